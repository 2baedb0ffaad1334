"""The engines that `bench search` measures, each behind the same two functions of JavaScript."""
