called = Change language
words = language, english, thai, eng, speak english, in english, speak thai, in thai, อังกฤษ, ภาษาอังกฤษ
names = english, eng, speak english, in english, อังกฤษ, ภาษาอังกฤษ
language = อยากคุยภาษาไหน · Which language do you prefer?
language-th = ไทย
language-en = English
done = All right, English from now on.
cancelled = All right, we keep the language.
