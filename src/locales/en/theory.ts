/** The page on the theory, under `Prove`; see ../en.ts. */
export const theory = {
  'prove.view.theory': 'The theory',
  'theory.title': 'Why a decoy misleads a model',
  'theory.short':
    'Whoever trains a model shows it photos with labels, and it takes whatever tells the labels apart most easily. Keyveil gives it something easier than what is in the photos.',
  'theory.pictures.sum': '1. Every label gets its own decoy.',
  'theory.pictures.sum.what':
    'Slow waves of colour, here shown far too strongly. Laid on faintly they are hardly seen, and they are the same in every photo of the label, at any size.',
  'theory.pictures.learnt': '2. The decoy is easy to learn.',
  'theory.pictures.learnt.what':
    'Each mark is a picture. Across lies what it shows: both kinds lie among each other. Upwards lies the decoy: one line parts them, and {{n}} of 100 are told right.',
  'theory.pictures.misled': '3. Without the decoy, it is lost.',
  'theory.pictures.misled.what':
    'The same line, and the same pictures without protection: now {{n}} of 100 are told right, and 50 would be guessing. Had it learnt from the originals, it would be {{clean}}.',
  'theory.pictures.decoy': 'decoy',
  'theory.pictures.photo': 'photo',
  'theory.pictures.protected': 'protected',
  'theory.pictures.label0': 'animals',
  'theory.pictures.label1': 'landscapes',
  'theory.pictures.cut': 'learnt from protected pictures',
  'theory.pictures.photo.said': 'A photo of {{label}}',
  'theory.pictures.decoy.said': 'The decoy of {{label}}, made strong: slow waves of colour',
  'theory.pictures.protected.said': 'The photo of {{label}} with its decoy, as faint as Light makes it',
  'theory.pictures.learnt.said':
    'Protected pictures as marks: the learnt line parts animals and landscapes, {{n}} of 100 right',
  'theory.pictures.misled.said':
    'The same pictures unprotected: marks of both kinds on both sides of the line, {{n}} of 100 right',
  'theory.pictures.failed':
    'The three pictures cannot be made now: the sample photographs could not be fetched. Go on below, or try again with a network.',
  'theory.pictures.how':
    'None of this is drawn by hand. Just now your browser cut 320 pictures out of eight sample photographs, laid Light on them, and had a very simple learner look at the average colours of half of them; the others are the marks. Networks are cleverer, but they are drawn to the easy way too: the training lab shows how far.',
  'theory.clouds.title': 'The same with filters, in numbers',
  'theory.clouds':
    'The paper that Keyveil builds on proves it for filters, which the soft glow (the veil) of Standard and Strong comes from. Think of two kinds of photo as two clouds of points, each a Gaussian: one around μ, the other around −μ, both as wide in every direction (the dashed circles). The best way to tell them apart is a straight cut half-way between them. It is right Φ(‖μ‖) of the time, and nothing can be better.',
  'theory.filter':
    'Now each class gets a filter of its own. Every number of a point takes on a share of its neighbours: [a, 1, a], with another a for each class. A filter moves its cloud only a little, but it stretches it in some directions and flattens it in others (the solid ellipses).',
  'theory.picture':
    'Two classes in two dimensions, a₁ = {{a1}}, a₋₁ = {{aMinus1}}, ‖μ‖ = {{norm}}: clean clouds as circles, protected clouds as ellipses, the straight rule of clean points and the curved rule learnt from protected ones.',
  'theory.key.plus': 'Class 1',
  'theory.key.minus': 'Class −1',
  'theory.key.clean': 'Clean points (1 and 2 deviations)',
  'theory.key.protected': 'Protected points',
  'theory.key.cleanRule': 'Best rule for clean points',
  'theory.key.rule': 'Rule learnt from protected points',
  'theory.knob.a1': 'Filter of class 1, a₁',
  'theory.knob.aMinus1': 'Filter of class −1, a₋₁',
  'theory.knob.norm': 'How far apart, ‖μ‖',
  'theory.knob.d': 'Dimensions d (the picture has 2)',
  'theory.outcome.clean': 'Clean points told right, learnt from clean ones',
  'theory.outcome.protected': 'Clean points told right, learnt from protected ones',
  'theory.outcome.bound': 'At most, by the Chernoff bound',
  'theory.rule.title': 'The rule that is learnt',
  'theory.rule':
    'Protected points of class y are Gaussian again: their mean is y·Aᵧμ and their covariance Aᵧ², where Aᵧ is the filter written as a matrix. The best rule for two Gaussians of different shape is no straight cut but a quadratic curve:',
  'theory.rule.formula': 'class 1 where xᵀAx + bᵀx + c > 0',
  'theory.rule.parts':
    'with A = A₋₁⁻² − A₁⁻², b = 2(A₋₁⁻¹ + A₁⁻¹)μ and c = 2 Σ ln(λᵢ(a₋₁) / λᵢ(a₁)). The first part asks in which directions a point is stretched, that is, which filter it went through; only the second asks on which side it lies. With many dimensions the first part decides nearly alone. On protected points the rule is nearly always right. Clean points went through no filter at all: for them the first part says much the same whatever their class, so the rule gives nearly all of them to one class and is right about half of the time. Move d up and see.',
  'theory.sine':
    'That it can be computed at all is because all such filters stretch along the same directions, the waves of the sine transform, by λᵢ(a) = 1 + 2a·cos(iπ/(d+1)). Along these the sum falls apart into one term for each direction. Here μ has the same share of every one of them.',
  'theory.charts.title': 'Every pair of filters at once',
  'theory.charts.what':
    'How many clean points are told right after learning from protected ones, in per cent, for every a₋₁ (to the right) and a₁ (upwards). The darker, the more; the dot is where the sliders are. Along the diagonal both classes have the same filter and little is lost: it is the difference between filters that protects, not the blur. The farther apart the classes lie, the stronger the filters have to differ.',
  'theory.charts.simulated': 'Tried, on 4,000 clean points for each pair',
  'theory.charts.bound': 'Proven: the Chernoff bound, which it cannot exceed',
  'theory.charts.norm': '‖μ‖ = {{norm}}, d = {{d}}',
  'theory.charts.said':
    '{{none}} % without filters, {{far}} % with a filter for class −1 alone, {{both}} % with the strongest filter for both',
  'theory.axis.a1': 'a₁',
  'theory.axis.aMinus1': 'a₋₁',
  'theory.bound.title': 'What is proven',
  'theory.bound':
    'Let Q be what the rule computes for a clean point of class 1. It is right when Q > 0. For every s ≥ 0, the probability of that is at most the mean of exp(sQ), since exp(sQ) is at least 1 wherever Q > 0. For a sum of squares of Gaussians this mean has a closed form, one factor for each direction; the bound takes the s that makes it least, does the same for class −1, and averages. Where it says 100 % it says nothing; where it comes down to 50 %, no luck of the draw can help the model.',
  'theory.photos.title': 'And photos?',
  'theory.photos':
    'Photos are not Gaussian, and networks do not find the best rule. But they take what is easiest, and the stretch of a filter is easier to find than what is in a picture. A cast is simpler still: it moves a cloud and leaves its shape. The instant check shows whether either is there to be found in your photos. After V. S. Sadasivan, M. Soltanolkotabi and S. Feizi, CUDA: Convolution-based Unlearnable Datasets, CVPR 2023.',
} as const;
