"""Words in whose company an ending or a lone می means something else, or is sure to be what it seems."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# No ها belongs to these: after them it is the call, the letter or the ending as such.
NEVER_PLURAL = _words(
    "و به از در که با تا را بر یا اگر چون هم نه بی جز اما ولی پس نیز ای یک هر چه هیچ چند دو سه چهار پنج بله آری آره "
    "خب حرف نشانه پسوند علامت وند تکواژ آوای صدای های ها هوی مگر آخر الان حالا بعد یعنی اینجا آنجا خوب تنها جمع ام "
    "اند اش"
)
# Neither nouns nor adjectives, yet with ها.
PLURAL_TOO = _words("خیلی بعضی این آن همین همان ما شما برند تر ترین")
# «های هوز», «های و هوی», «های‌تک», a Chinese name, and Arabic «ها هنا».
AFTER_LETTER_HEH = _words(
    "ناملفوظ ملفوظ غیرملفوظ هوز حطی دوچشم گرد مدور ها های هوی هو لایت کلاس تک کپی استایل جک جین جون دیفینیشن "
    "هنا انا انت هذا هذه"
)
# What is said of the letter ی, and after which words that are about letters.
LETTER_YEH = _words(
    "نکره مصدری نسبت نسبی وحدت خطاب میانجی مجهول معروف ملفوظ لیاقت ضمیر شناسه اضافه آخر فارسی عربی و یا ه ی"
)
LETTERS = _words("واژه کلمه نشانه همزه")
# English letters: «ام اس», «ام بی سی».
SPELLED = _words("اس پی دی آر بی ال وی جی سی تی آی ان ام اف اچ کی یو دبلیو ایکس")
# What is «تر», wet or fresh, and what is said along with that.
WET = _words(
    "گل چشم لب دیده مژه دامن جامه موی مو زلف شعر سخن غزل برگ سبزه خاک هیزم چوب نخل شاخ شاخه لباس سنبل لاله نرگس "
    "بنفشه علف یونجه میوه کام باران شبنم اشک پارچه دستمال حوله زمین ابر لعل نرگسش چشمم چشمت چشمش لبش"
)
WITH_WET = _words("خشک تازه تمیز خیس")
# «کمتر» and «بیشتر» are written in one piece; after the others تر is no ending.
JOINED_DEGREE = _words("کم بیش")
NO_DEGREE = _words("به که مه پیش نیم نیمه چشم کمی")
# After these ای calls someone.
NO_PERSON = _words("همه خواجه بنده بچه خاله عمه ننه دوده")
# What follows «نکته‌ای» and does not follow a call, and what comes before it.
AFTER_ONE = _words(
    "از در با به بر برای که تا را است بود باشد هست نیست دارد دارند و یا هم نیز شد شده مثل مانند بین میان"
)
COUNTED = _words("یک هر هیچ چند چنین چنان")
# Second parts of compounds that hardly ever stand alone.
BOUND = _words(
    "ریزی گذاری سازی بندی پذیری گیری یابی پردازی رسانی دهی سنجی زدایی گرایی گذار پذیر آمیز انگیز رسان کننده دهنده "
    "گیرنده افزار افزاری آفرینی کنندگان دهندگان گیرندگان"
)
# Here a clause may have ended.
NEXT_CLAUSE = _words("و تا که یا اما ولی چون")
# What joins the verb after it.
PREFIXES = _words("می نمی برمی بازمی فرامی فرومی برنمی بازنمی درنمی فرانمی فرونمی وانمی")
# In this company «می» is wine, and «نمی» moisture in that one.
WINE = _words(
    "ساقی ساقیا باده میکده میخانه میخوار خرابات خراباتی شراب شرابی پیمانه ساغر مطرب مست مستان مستی مستم مستیم صراحی "
    "سبو جام جامی قدح قدحی خم خمار خمخانه مخمور انگور انگوری پیرمغان مغان مغانه ناب رطل جرعه جرعه‌ای می‌فروش "
    "می‌خوار می‌گسار می‌خواره میگسار میفروش خمر مسکر صبوح صبوحی دردی درد‌کش دردکش نبیذ نبید تاک رز چنگ "
    "بربط زاهد محتسب صوفی رند رندی رندان معشوق معشوقه نوش نوشانوش می‌پرست باده‌نوش گلگون مدهوش هشیار "
    "میگون مل"
)
MOIST = _words("باران شبنم اشک خاک رطوبت خیس تر نم رود دریا چشمه ژاله عرق مژه چشم دیده گونه")
# Before the month of May.
MAY = _words(
    "ماه یکم اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم "
    "نوزدهم بیستم سی‌ام سی‌ویکم"
)
# No verb with می follows these.
BEFORE_WINE = _words("از به با بی بدون شیشه کوزه بوی پیاله کاسه")
# What is «eaten» or «drawn» in a figure of speech, so that no wine is.
DRUNK = _words(
    "شکست چشم غذا تکان زمین گره پیوند رقم فریب غصه حسرت افسوس سوگند قسم ضربه کتک نان آب سیلی ورق محک کلید صبحانه "
    "ناهار شام غوطه جوش گول سر برش آسیب صدمه لطمه خط لیز برخورد هم درد سکندری غم طول سیگار نقشه زحمت رنج نقاشی "
    "تصویر آتش انتظار خجالت نفس دست پیش بیرون بالا پایین چالش دود فریاد جیغ بار دوش خمیازه رخ آغوش قد زبانه شعله "
    "دراز سرک اتو عذاب یدک صف پر نعره هوا تیر"
)
# "Causes to die", and Mirandese.
NO_VERBS = _words("میراند میراندی میرانم میرانی میرانیم میرانید میرانند")
# Arabic "her" or "it" behind a word, and a town.
NO_PLURALS = _words(
    "علیها فیها منها الیها بینها عنها اهلها مثلها لدیها بعضها قبلها کلها نفسها حقها امثالها لها بها بنها ربها تحتها "
    "اسمها وجهها عملها علمها حکمها فضلها جمیعها "
    "ضحیها تلیها جلیها یغشیها بنیها طحیها سویها تقویها زکیها دسیها ابیها"
)
# «آنها» is as right as «آن‌ها».
PRONOUNS = _words("آن این همان همین")
# «بهتر» and its kind are written in one piece.
WHOLE_DEGREES = _words("به بیش کم که مه پیش")
BEFORE_RA = _words("آن این آنها اینها آن‌ها این‌ها همان همین آنان ایشان خود خویش یکدیگر همدیگر")
# In whose company a word that ends in ها may be Arabic.
ARABIC = _words("فی عن الی إلى الى على إن أن لم لن قد ثم مع هذه هذا هو هی کان کانت عند الله علیه فإن")
