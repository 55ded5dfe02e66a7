"""English is told from other languages, and these by name, in whatever shape the text is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli.ingest import language
from hrcli.ingest.language import detect

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

# The first article of the Universal Declaration of Human Rights.
BORN_FREE = [
    ("zh", "人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。"),
    ("zh", "人人生而自由,在尊嚴和權利上一律平等。他們賦有理性和良心,並應以兄弟關係的精神相對待。"),
    ("ar", "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميرًا وعليهم أن يعامل بعضهم بعضًا بروح الإخاء."),
    (
        "fa",
        "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند. همه دارای عقل و وجدان هستند و باید نسبت به یکدیگر با "
        "روح برادری رفتار کنند.",
    ),
    (
        "ug",
        "ھەممە ئادەم زانىدىنلا ئەركىن، ئىززەت-ھۆرمەت ۋە ھوقۇقتا باب-باراۋەر بولۇپ تۇغۇلغان. ئۇلار ئەقىلگە ۋە ۋىجدانغا ئىگە ھەمدە "
        "بىر-بىرىگە قېرىنداشلىق مۇناسىۋىتىگە خاس روھ بىلەن مۇئامىلە قىلىشى كېرەك.",
    ),
    ("bo", "འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་ཆེ་མཐོངས་དང༌། ཐོབ་ཐངགི་རང་དབང་འདྲ་མཉམ་དུ་ཡོད་ལ།"),
    (
        "ru",
        "Все люди рождаются свободными и равными в своём достоинстве и правах. Они наделены разумом и совестью и должны поступать в "
        "отношении друг друга в духе братства.",
    ),
    (
        "es",
        "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y conciencia, deben "
        "comportarse fraternalmente los unos con los otros.",
    ),
    (
        "fr",
        "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent "
        "agir les uns envers les autres dans un esprit de fraternité.",
    ),
    (
        "pt",
        "Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão e de consciência, devem agir uns para "
        "com os outros em espírito de fraternidade.",
    ),
    (
        "de",
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im "
        "Geist der Brüderlichkeit begegnen.",
    ),
    (
        "vi",
        "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi. Mọi con người đều được tạo hoá ban cho lý trí và "
        "lương tâm và cần phải đối xử với nhau trong tình anh em.",
    ),
    ("my", "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ တူညီလွတ်လပ်သော အခွင့်အရေးများဖြင့် လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။"),
    (
        "tr",
        "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine karşı kardeşlik "
        "zihniyeti ile hareket etmelidirler.",
    ),
    (
        "id",
        "Semua orang dilahirkan merdeka dan mempunyai martabat dan hak-hak yang sama. Polisi menahan seorang wartawan karena tulisannya "
        "tentang korupsi, kata pengacaranya kepada pers.",
    ),
    (
        "hi",
        "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है। उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है और परस्पर उन्हें "
        "भाईचारे के भाव से बर्ताव करना चाहिए।",
    ),
    (
        "ur",
        "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔ انہیں ضمیر اور عقل ودیعت ہوئی ہے۔ اس لیے انہیں ایک دوسرے کے "
        "ساتھ بھائی چارے کا سلوک کرنا چاہیے۔",
    ),
    (
        "ko",
        "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다. "
        "인간은 천부적으로 이성과 양심을 부여받았으며 서로 형제애의 정신으로 행동하여야 한다.",
    ),
    (
        "ja",
        "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。",
    ),
    ("am", "የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብርና በመብትም እኩልነት ያለው ነው። የተፈጥሮ ማስተዋልና ሕሊና ስላለው አንዱ ሌላውን በወንድማማችነት መንፈስ መመልከት ይገባዋል።"),
]

ENGLISH = [
    "CHINA: RELEASE LAWYER NOW, SAYS UN EXPERT",
    "Turkey Jails Two Journalists Over Reports on Strike",
    "Egypt frees photographer Shawkan\nRussian court rejects Navalny appeal\nBelarus executes two men",
    "Prisoners released this week:\n- Gao Zhisheng (高智晟), lawyer\n- Hu Jia (胡佳), activist\n- Teng Biao (滕彪), lawyer",
    "Police summoned Li Tiantian (李天天), Tang Jitian (唐吉田), Gu Chuan (古川), Xu Zhiyong (许志永) and their families.",
    "Articles 9, 10 and 14 ICCPR; article 105, PRC Criminal Law; A/HRC/WGAD/2011/26; CCPR/C/GC/35, para. 12; E/CN.4/2005/6/Add.4",
    "BREAKING: lawyer Xu Zhiyong detained in Guangzhou. #FreeXuZhiyong @hrw @amnesty https://t.co/abc123",
    "Free Ilham Tohti! Sign our petition today.",
    "Name; Age; Date of arrest; Charge; Status\nAna Ivić; 34; 3 May 2019; subversion; detained\nJan Novak; 51; 4 May 2019; libel; released",
    "The reply of the ministry came in Spanish on Monday, two weeks after the hearing. “No existe ningún preso político en el país. Las "
    "personas detenidas fueron condenadas por los tribunales de justicia por delitos comunes y con todas las garantías del debido "
    "proceso.” The families of the five men say that this is not true, and that no lawyer was let in.",
    "The verdict says: «يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق». The lawyer called it absurd and said that she will appeal.",
    "Media contacts: Sharon Hom, +1 212-239-4495; Mi Ling Tsui, +1 212-239-4495; press@harbour.example",
]


@pytest.mark.parametrize(("code", "text"), BORN_FREE)
def test_names_the_language(code: str, text: str) -> None:
    """One paragraph is enough, in any script."""
    assert detect(text) == code


@pytest.mark.parametrize("text", ENGLISH)
def test_english_in_odd_shapes(text: str) -> None:
    """Headlines, lists of names, citations, short messages and texts with long quotations are English."""
    assert detect(text) == "en"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_seeds_are_english(path: Path) -> None:
    """So is every long enough paragraph of them, or it is not said what it is."""
    text = path.read_text()
    assert detect(text) == "en"
    assert {detect(paragraph) for paragraph in text.split("\n\n")} <= {"en", None}


def test_english_names_do_not_make_a_text_english() -> None:
    """Names of organisations stay as they are in other languages."""
    text = (
        "La police a arrêté trois journalistes dans la capitale, selon le Committee to Protect Journalists et Human Rights Watch. "
        "La commission a publié un communiqué sur les conditions de détention des prisonniers politiques."
    )
    assert detect(text) == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Free Hu Jia!",
        "12 May 2019: 4, 5, 6. 2008-2009; 11/12/13 (14) 15 16 17 18 19",
        "Gao Zhisheng\nHu Jia\nLiu Xiaobo\nChen Guangcheng\nXu Zhiyong",
    ],
)
def test_what_does_not_tell(text: str) -> None:
    """Few letters, numbers and bare names are in no language."""
    assert detect(text) is None


def test_english_needs_no_model() -> None:
    """Reading English loads neither numpy nor py3langid."""
    check = f"assert detect({ENGLISH[4]!r}) == 'en'; print({{'numpy', 'py3langid'}} & {{*sys.modules}})"
    code = f"import sys; from hrcli.ingest.language import detect; {check}"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=50)
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever the characters, there is a code or None."""
    code = detect(text)
    assert code is None or (code.isalpha() and code not in language.CODES)
