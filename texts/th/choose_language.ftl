called = เปลี่ยนภาษา
words = ภาษา, ภาษาไทย, ไทย, คุยภาษาไทย, พูดไทย, เลือกภาษา
names = ภาษาไทย, ไทย, คุยภาษาไทย, พูดไทย, thai, speak thai, in thai
language = อยากคุยภาษาไหน · Which language do you prefer?
language-th = ไทย
language-en = English
done = ได้เลย ต่อไปนี้คุยกันเป็นภาษาไทย
cancelled = ได้เลย คุยภาษาเดิมต่อ
