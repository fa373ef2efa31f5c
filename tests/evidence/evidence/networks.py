"""The seven networks of the CUDA paper, and the small one of Keyveil's own lab.

Pictures of at most 64 pixels a side meet the stems that are usual for CIFAR: a 3 × 3 convolution that keeps the size,
and no pooling after it. Larger ones meet the networks as torchvision has them. All take pictures from 0 to 1.
"""

from typing import Callable, Dict

import torch.nn.functional as F
from torch import Tensor, nn
from torchvision import models

SMALL = 64
"""Up to this side, in pixels, stems keep the picture's size."""


class Centred(nn.Module):
    """Brings pictures from 0 to 1 to about mean 0 and deviation 1, as the lab does, and then asks a network."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, images: Tensor) -> Tensor:
        return self.network(images * 4 - 1.9)


def _conv(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


def small_cnn(side: int, labels: int) -> nn.Module:
    """The lab's own: six convolutions, two halvings; 141,034 weights for ten labels."""
    network = nn.Sequential(
        _conv(3, 32),
        _conv(32, 32),
        nn.MaxPool2d(2),
        _conv(32, 64),
        _conv(64, 64),
        nn.MaxPool2d(2),
        _conv(64, 64),
        _conv(64, 64),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(64, labels),
    )
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            # As tfjs draws He et al.'s start: what lies beyond two deviations is drawn again.
            deviation = (2 / module.weight[0].numel()) ** 0.5
            nn.init.trunc_normal_(module.weight, std=deviation, a=-2 * deviation, b=2 * deviation)
        if isinstance(module, nn.Linear):
            nn.init.xavier_uniform_(module.weight)
            nn.init.zeros_(module.bias)
    return network


def resnet18(side: int, labels: int) -> nn.Module:
    """He et al. 2016."""
    network = models.resnet18(num_classes=labels)
    if side <= SMALL:
        network.conv1 = nn.Conv2d(3, 64, 3, padding=1, bias=False)
        network.maxpool = nn.Identity()
    return network


def vgg16(side: int, labels: int) -> nn.Module:
    """Simonyan and Zisserman 2015, column D, normalised, with one linear layer over the mean."""
    features = models.vgg16_bn(num_classes=labels).features
    return nn.Sequential(features, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, labels))


class _WideBlock(nn.Module):
    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.before = nn.BatchNorm2d(inputs)
        self.first = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.between = nn.BatchNorm2d(outputs)
        self.second = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        same = inputs == outputs and stride == 1
        self.shortcut = None if same else nn.Conv2d(inputs, outputs, 1, stride, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        ready = F.relu(self.before(x))
        around = x if self.shortcut is None else self.shortcut(ready)
        return around + self.second(F.relu(self.between(self.first(ready))))


def wide_resnet34_10(side: int, labels: int) -> nn.Module:
    """Zagoruyko and Komodakis 2016: depth 34, ten times as wide, in three stages."""
    parts = [nn.Conv2d(3, 16, 3, 1 if side <= SMALL else 4, 1, bias=False)]
    inputs = 16
    for outputs, stride in ((160, 1), (320, 2), (640, 2)):
        for at in range(5):
            parts.append(_WideBlock(inputs, outputs, stride if at == 0 else 1))
            inputs = outputs
    tail = [nn.BatchNorm2d(640), nn.ReLU(inplace=True), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(640, labels)]
    return nn.Sequential(*parts, *tail)


def densenet121(side: int, labels: int) -> nn.Module:
    """Huang et al. 2017."""
    network = models.densenet121(num_classes=labels)
    if side <= SMALL:
        network.features.conv0 = nn.Conv2d(3, 64, 3, padding=1, bias=False)
        network.features.pool0 = nn.Identity()
    return network


def deit_tiny(side: int, labels: int) -> nn.Module:
    """Touvron et al. 2021, table 1: 12 layers, 3 heads, width 192. By timm where it is installed, for its start of weights;
    else the same shape by torchvision. Patches of an eighth of the side, of 16 pixels from 128 on."""
    patch = 16 if side >= 128 else max(1, side // 8)
    try:
        from timm import create_model  # type: ignore[import-not-found]
    except ImportError:
        return models.VisionTransformer(side, patch, 12, 3, 192, 768, num_classes=labels)
    return create_model("deit_tiny_patch16_224", img_size=side, patch_size=patch, num_classes=labels)


def efficientnet_v2_s(side: int, labels: int) -> nn.Module:
    """Tan and Le 2021."""
    network = models.efficientnet_v2_s(num_classes=labels)
    if side <= SMALL:
        network.features[0][0].stride = (1, 1)
    return network


def mobilenet_v2(side: int, labels: int) -> nn.Module:
    """Sandler et al. 2018; for small pictures the first convolution and the second row keep the size, as in the lab."""
    network = models.mobilenet_v2(num_classes=labels)
    if side <= SMALL:
        network.features[0][0].stride = (1, 1)
        network.features[2].conv[1][0].stride = (1, 1)
    return network


NETWORKS: Dict[str, Callable[[int, int], nn.Module]] = {
    "small-cnn": small_cnn,
    "resnet18": resnet18,
    "vgg16": vgg16,
    "wide-resnet34-10": wide_resnet34_10,
    "densenet121": densenet121,
    "deit-tiny": deit_tiny,
    "efficientnet-v2-s": efficientnet_v2_s,
    "mobilenet-v2": mobilenet_v2,
}


def build(name: str, side: int, labels: int) -> nn.Module:
    return Centred(NETWORKS[name](side, labels))
