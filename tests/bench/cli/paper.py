"""The paper's convolution by PyTorch, on pictures that are in memory already: prints how many a second."""
import time

import torch

count, size = 5000, 3
pictures = torch.rand(count, 3, 32, 32)
weights = torch.rand(3, 1, size, size)
begun = time.time()
for picture in pictures:
    filtered = torch.nn.functional.conv2d(picture[None], weights, padding=size // 2, groups=3)
    (filtered / filtered.max() * 255).to(torch.uint8)
print(count / (time.time() - begun))
