import type { Encoding } from './encodings.ts';

/**
 * What languages written in letters look like: how many of a thousand letters are which (rounded, rare ones as 1), how
 * often people have names in it in zips, against one for Chinese, and what Windows and older systems write it in. The first
 * encoding is that of Windows' own zips.
 */

export interface Language {
  /** BCP 47. */
  readonly code: string;
  readonly weight: number;
  readonly encodings: readonly Encoding[];
  readonly letters: string;
}

const western: readonly Encoding[] = ['ibm850', 'ibm437', 'windows-1252', 'macintosh'];
const american: readonly Encoding[] = ['ibm437', 'ibm850', 'windows-1252', 'macintosh'];
const central: readonly Encoding[] = ['ibm852', 'windows-1250'];
const baltic: readonly Encoding[] = ['ibm775', 'windows-1257'];
const cyrillic: readonly Encoding[] = ['ibm866', 'windows-1251', 'koi8-r'];

export const languages: readonly Language[] = [
  {
    code: 'en',
    weight: 0.6,
    encodings: american,
    letters:
      'e126 t91 a82 o75 i70 n67 s63 h61 r60 d43 l40 c28 u28 m24 w24 f22 g20 y20 p19 b15 v10 k8 j2 x2 q1 z1 é1',
  },
  {
    code: 'de',
    weight: 1.5,
    encodings: western,
    letters:
      'e174 n98 i76 s73 r70 a65 t62 d51 h48 u42 l34 c31 g30 m25 o25 b19 w19 f17 k12 z11 p8 v7 ü7 ä6 ö4 ß3 j3 y1 x1 q1 é1',
  },
  {
    code: 'fr',
    weight: 2,
    encodings: western,
    letters:
      'e147 s79 a76 i75 t72 n71 r67 u63 o58 l55 d37 c33 m30 p25 é19 v16 q14 f11 b9 g9 h7 j6 à5 x4 è4 y3 z3 ê2 ç2 ô1 î1 â1 û1 ù1 ë1 ï1 œ1 w1 k1',
  },
  {
    code: 'es',
    weight: 2,
    encodings: western,
    letters:
      'e122 a115 o87 s80 r69 n67 i62 l50 d50 t46 c40 m32 u29 p25 b22 g18 v11 y10 q9 ó8 í7 h7 f7 á6 z5 j5 é5 ñ4 ú2 x2 k1 w1 ü1',
  },
  {
    code: 'pt',
    weight: 1,
    encodings: western,
    letters:
      'a146 e126 o97 s68 r65 i62 d50 m47 n44 t43 c39 u36 l28 p25 v16 g13 q12 b10 f10 h8 ã7 ç5 á5 z5 é4 í4 j4 ó3 õ3 x3 ê2 ô2 ú2 â2 à1 k1 w1 y1',
  },
  {
    code: 'it',
    weight: 0.6,
    encodings: western,
    letters:
      'e118 a117 i101 o98 n69 l65 r64 t56 s50 c45 d37 p31 u30 m25 v21 g16 f12 z12 b9 à6 h6 q5 è3 ò2 ù2 ì1 é1 k1 j1 w1 x1 y1',
  },
  {
    code: 'nl',
    weight: 0.4,
    encodings: western,
    letters:
      'e189 n100 a75 t68 i65 r64 o61 d59 s37 l36 g34 v29 h24 k23 m22 u20 b16 p16 w15 j15 z14 c12 f8 ë1 é1 ï1 ö1 ü1 x1 y1 q1',
  },
  {
    code: 'da',
    weight: 0.6,
    encodings: western,
    letters:
      'e155 r90 n72 t69 a60 i60 d59 s58 l52 o46 g41 k34 m32 f24 v23 b20 u20 p18 h16 å12 æ9 ø9 y7 j7 c6 é1 ö1 ä1 x1 z1 w1 q1',
  },
  {
    code: 'nb',
    weight: 0.3,
    encodings: western,
    letters:
      'e155 r89 n76 t77 a62 i59 s63 l53 d44 o48 k37 g38 m33 f19 v22 b16 u17 p18 h16 å14 ø9 æ2 y7 j10 c1 é1 ö1 ä1 x1 z1 w1 q1',
  },
  {
    code: 'sv',
    weight: 0.4,
    encodings: western,
    letters:
      'e101 a94 n85 r84 t77 s66 i58 l53 d47 o45 m35 k31 g29 v24 h21 f20 u19 p18 ä18 b15 c15 å13 ö13 y7 j6 x2 é1 z1 w1 q1',
  },
  {
    code: 'fi',
    weight: 0.2,
    encodings: western,
    letters:
      'a122 i108 n88 t87 e80 s79 l58 o56 k50 u50 ä36 m32 r29 v23 j20 h19 p18 y17 d10 ö4 g4 b3 c3 f2 å1 w1 x1 z1 q1',
  },
  {
    code: 'is',
    weight: 0.04,
    encodings: western,
    letters:
      'a101 r85 n77 i76 e64 s56 t50 u46 l45 ð44 g42 m40 k33 f30 v24 o22 h19 á18 d16 í16 þ15 j11 ó10 b10 y9 æ9 ö8 p8 é6 ú6 ý2 x1 c1 z1',
  },
  {
    code: 'pl',
    weight: 1,
    encodings: central,
    letters:
      'a105 i82 o77 e73 w58 z57 n57 r52 s50 c39 d37 y32 k28 l26 ł22 m25 t24 p24 u19 j18 b18 h15 ę14 g13 ą9 ó9 ś8 ż7 ć6 ń5 f4 ź2 v1 x1 q1',
  },
  {
    code: 'cs',
    weight: 0.4,
    encodings: central,
    letters:
      'a84 e76 o67 n65 i61 t57 v53 s52 r48 l38 d36 k29 m24 u22 p19 í16 y15 z15 j14 h14 ě12 á11 š10 ý10 č9 b8 ž8 ř8 c7 é6 ů2 ú2 ň1 ť1 ď1 ó1 f1 g1 x1 w1 q1',
  },
  {
    code: 'sk',
    weight: 0.2,
    encodings: central,
    letters:
      'o93 a90 e80 i58 n58 s45 r45 v44 t43 l38 k34 d31 m31 p28 u27 c21 z20 j19 á16 h15 b15 y15 ý11 č10 ú10 í9 ž9 š8 é7 ť7 ľ5 ď3 ň2 ô2 f2 g2 ä1 ĺ1 ŕ1 ó1 x1 w1 q1',
  },
  {
    code: 'hu',
    weight: 0.25,
    encodings: central,
    letters:
      'e103 a89 t70 l67 s63 n61 k47 i47 z45 o44 r43 é38 á36 m34 g31 y25 d21 b21 v19 h12 j12 p9 ó8 ö8 ő8 u8 f6 c6 ü6 í5 ú2 ű2 x1 w1 q1',
  },
  {
    code: 'ro',
    weight: 0.2,
    encodings: central,
    letters:
      'e115 a100 i99 r72 n66 u62 t60 l53 c53 s44 o41 ă40 d35 p32 m28 î14 ş14 v12 f12 b11 ţ10 â9 g9 z8 h5 j2 x1 k1 w1 y1 q1',
  },
  {
    code: 'hr',
    weight: 0.2,
    encodings: central,
    letters:
      'a115 i98 o90 e88 n66 r54 s53 j51 t45 u43 d37 v37 k36 l33 m31 p27 z17 g16 b15 č10 š10 h8 c7 ž6 ć6 đ3 f3 x1 y1 w1 q1',
  },
  {
    code: 'tr',
    weight: 0.4,
    encodings: ['ibm857', 'windows-1254'],
    letters:
      'a113 e98 i84 n72 r67 l57 ı51 d51 k47 m38 u34 y33 s30 t30 b28 o25 ü19 ş18 z15 g13 ç12 h12 ğ11 v10 c10 p9 ö8 f5 j1 â1 î1 x1 w1 q1',
  },
  {
    code: 'et',
    weight: 0.05,
    encodings: baltic,
    letters:
      'a128 e125 i113 s83 t75 l60 n56 u55 k49 o42 d40 m37 r34 g20 p18 v17 j16 h13 ä11 õ10 b10 ü7 ö3 f2 š1 ž1 c1',
  },
  {
    code: 'lv',
    weight: 0.05,
    encodings: baltic,
    letters:
      'a119 i92 s82 t60 e60 r56 u47 n44 ā40 o38 k37 m36 l28 d27 p26 v24 j23 z18 ī15 ē14 b14 g12 c9 š8 ū5 ž3 f3 ļ3 ņ3 ģ2 h2 č1 ķ1',
  },
  {
    code: 'lt',
    weight: 0.07,
    encodings: baltic,
    letters:
      'i137 a118 s80 o60 t58 e57 r54 n49 u48 k44 m36 l34 p26 d25 v24 j22 g17 ė15 ų13 b13 y13 š11 ž8 ą7 į6 ū5 c5 č4 z4 f3 ę2 h2',
  },
  {
    code: 'ru',
    weight: 1.2,
    encodings: cyrillic,
    letters:
      'о109 е84 а80 и73 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ё2 ъ1',
  },
  {
    code: 'uk',
    weight: 0.3,
    encodings: ['ibm866', 'windows-1251'],
    letters:
      'о94 а74 н65 и62 і58 т53 в52 р48 е48 с41 л36 к35 у34 д31 м30 п28 я25 з23 ь18 б18 г16 ч14 й14 х12 ц10 ж9 ю9 ш8 ї7 є5 щ4 ф3 ґ1',
  },
  {
    code: 'bg',
    weight: 0.15,
    encodings: ['windows-1251', 'ibm866'],
    letters:
      'а113 и92 о87 е86 т78 н73 р53 с52 в44 л36 к36 д35 п30 м25 з21 ъ16 г15 б14 ч14 у14 я13 ц7 ж7 щ6 х6 й6 ш3 ф2 ю2 ь1',
  },
  {
    code: 'el',
    weight: 0.3,
    encodings: ['ibm737', 'windows-1253'],
    letters:
      'α110 ο90 ι83 τ78 ε74 ν62 η44 ρ42 κ40 π38 σ38 υ38 ς36 μ33 λ28 ί25 ά20 ό20 έ18 γ17 δ17 ω16 ή14 χ10 θ10 φ8 ύ8 ώ8 β7 ξ4 ζ4 ψ2 ϊ1',
  },
  {
    code: 'he',
    weight: 0.2,
    encodings: ['ibm862', 'windows-1255'],
    letters:
      'י112 ה109 ו105 ל74 א63 ר56 ת50 ב47 מ46 ש44 ע32 ם30 נ28 כ27 ד25 ח25 ק21 פ17 ן15 ס15 ג13 ז13 צ12 ט12 ך8 ף2 ץ2',
  },
  {
    code: 'ar',
    weight: 0.3,
    encodings: ['windows-1256'],
    letters:
      'ا125 ل113 ن68 ي66 م65 و60 ر48 ت42 ب38 ع35 ه33 س31 د30 ف28 ق24 أ22 ح22 ك22 ة20 ج13 ش11 ص11 خ9 ذ9 ط9 ى8 إ8 ض7 ز6 ث6 غ5 ئ4 ء3 ظ2 آ2 ؤ1',
  },
  {
    code: 'th',
    weight: 0.1,
    encodings: ['windows-874'],
    letters:
      'า70 น65 ร60 อ50 ก45 เ45 ง40 ม40 ย35 ล35 ว35 ด30 ท30 ต30 ส30 ป25 ะ25 ค25 บ25 ห25 แ20 พ20 ข15 จ15 ช15 ไ15 ใ10 โ10 ซ10 ธ5 ผ5 ถ5 ภ5 ศ5 ณ5 ญ5 ษ3 ฟ3 ฝ2 ฐ2 ฮ2 ฉ2 ฬ1 ฎ1 ฏ1 ฑ1 ฒ1 ฆ1 ฌ1 ฤ1 ำ10 ั30 ิ25 ี25 ึ8 ื12 ุ15 ู15 ็8 ่35 ้35 ๊2 ๋1 ์12 ๆ2',
  },
];
