"""ISS, image shortcut squeezing (Liu et al., "Image Shortcut Squeezing", ICML 2023): pictures compressed once, before
training."""

from io import BytesIO

import torch
from PIL import Image
from torch import Tensor
from torchvision.transforms.functional import pil_to_tensor, to_pil_image

from .regime import Regime


class Grey(Regime):
    """Without colours, three equal values a pixel (ITU-R BT.601). Photos that are tested on keep theirs."""

    def prepare(self, images: Tensor, targets: Tensor, labels: int) -> Tensor:
        weights = torch.tensor([0.299, 0.587, 0.114], device=images.device).view(1, 3, 1, 1)
        return (images * weights).sum(1, keepdim=True).expand_as(images).contiguous()


class Jpeg(Regime):
    """Written as a JPEG of quality 10 with colours at half resolution, and read again."""

    def __init__(self, quality: int = 10) -> None:
        self.quality = quality

    def prepare(self, images: Tensor, targets: Tensor, labels: int) -> Tensor:
        return torch.stack([self._round_trip(each) for each in images.cpu()]).to(images.device)

    def _round_trip(self, image: Tensor) -> Tensor:
        file = BytesIO()
        to_pil_image(image).save(file, "JPEG", quality=self.quality, subsampling="4:2:0")
        with Image.open(file) as opened:
            return pil_to_tensor(opened.convert("RGB")).float() / 255
