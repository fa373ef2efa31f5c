"""Each regime against what its paper says, by hand."""

import math
import unittest

import torch
from torch import nn

from evidence.regimes import REGIMES
from evidence.regimes.adversarial import Adversarial, lengths
from evidence.regimes.augmentations import sharpened, shifted
from evidence.regimes.projections import ClassMean, HighPass, OrthogonalProjection
from evidence.regimes.regime import cosine_basis, crop_and_flip, slow_part
from evidence.regimes.squeezing import Grey, Jpeg
from evidence.regimes.ueraser import UEraser, clouds


def wave(p: int, q: int, side: int = 32) -> torch.Tensor:
    """A wave as casts are made of, p half cycles across and q down, on a picture of grey: 1 × 3 × side × side."""
    places = (torch.arange(side) + 0.5) * math.pi / side
    return (0.5 + 0.1 * torch.cos(q * places)[:, None] * torch.cos(p * places)).expand(1, 3, side, side)


class Everyone(unittest.TestCase):
    def test_gives_pictures_of_the_same_shape(self):
        torch.manual_seed(1)
        images, targets = torch.rand(6, 3, 32, 32), torch.tensor([0, 1, 2, 0, 1, 2])
        network = nn.Sequential(nn.Flatten(), nn.Linear(3072, 3))
        for name, make in REGIMES.items():
            regime = make()
            seen = regime.batch(regime.look(regime.prepare(images, targets, 3)), targets)
            seen = regime.attack(network, seen, targets)
            self.assertEqual(seen.shape, images.shape, name)
            self.assertTrue(torch.isfinite(seen).all(), name)


class CropAndFlip(unittest.TestCase):
    def test_cuts_squares_that_lie_in_the_padded_picture(self):
        torch.manual_seed(2)
        picture = torch.arange(1, 1 + 16 * 16.0).view(1, 1, 16, 16)
        padded = torch.zeros(1, 1, 20, 20)
        padded[:, :, 2:18, 2:18] = picture
        windows = padded.unfold(2, 16, 1).unfold(3, 16, 1).reshape(25, 16, 16)
        either = {tuple(each.flatten().tolist()) for each in torch.cat([windows, windows.flip(2)])}
        seen = {tuple(each.flatten().tolist()) for each in crop_and_flip(picture.expand(400, 1, 16, 16))}
        self.assertLessEqual(seen, either)
        self.assertGreater(len(seen), 40)


class Waves(unittest.TestCase):
    def test_are_an_orthonormal_basis(self):
        basis = cosine_basis(12, 12)
        torch.testing.assert_close(basis @ basis.T, torch.eye(12), atol=1e-6, rtol=0)

    def test_those_of_a_cast_are_slow_and_go_whole(self):
        for p, q in ((2, 0), (0, 1), (2, 1), (0, 2), (2, 2), (0, 3), (2, 3)):
            grey = torch.full((1, 3, 32, 32), 0.5)
            torch.testing.assert_close(HighPass().look(wave(p, q)), grey, atol=1e-5, rtol=0)
        torch.testing.assert_close(slow_part(wave(4, 0), 4), torch.full((1, 3, 32, 32), 0.5), atol=1e-5, rtol=0)


class Coin(unittest.TestCase):
    def test_moves_nothing_without_reach(self):
        images = torch.rand(2, 3, 8, 8)
        torch.testing.assert_close(shifted(images, 0), images)

    def test_stays_between_the_neighbours_and_wraps_at_the_edge(self):
        torch.manual_seed(3)
        images = torch.zeros(1, 1, 8, 8)
        images[..., 0] = 1
        moved = shifted(images.expand(50, 1, 8, 8), 1)
        self.assertEqual(moved[..., 3:6].abs().max().item(), 0)
        self.assertGreater(moved[..., 7].max().item(), 0.2)


class Sharpening(unittest.TestCase):
    def test_leaves_even_pictures_nearly_even(self):
        torch.manual_seed(4)
        # Centre c and four neighbours of about −(c − 1) / 4 sum to about 1.
        out = sharpened(torch.full((200, 3, 9, 9), 0.5))
        self.assertEqual(out.shape, (200, 3, 7, 7))
        self.assertAlmostEqual(out.mean().item(), 0.5, delta=0.03)
        self.assertLess((out.amax((1, 2, 3)) - out.amin((1, 2, 3))).max().item(), 1e-6)


class Projection(unittest.TestCase):
    def test_takes_off_what_a_line_tells_labels_by(self):
        torch.manual_seed(5)
        targets = torch.arange(200) % 2
        images = 0.5 + 0.05 * torch.randn(200, 3, 8, 8)
        mark = torch.zeros(3, 8, 8)
        mark[0, 0, 0] = 1
        marked = images + targets.view(-1, 1, 1, 1) * mark * 0.4
        clean = OrthogonalProjection().prepare(marked, targets, 2)
        gap = lambda pictures: (pictures[targets == 1].mean(0) - pictures[targets == 0].mean(0))[0, 0, 0].item()
        self.assertGreater(gap(marked), 0.35)
        self.assertLess(abs(gap(clean)), 0.1)


class Means(unittest.TestCase):
    def test_of_labels_become_the_mean_of_all(self):
        images = torch.stack([torch.full((3, 2, 2), value) for value in (0.1, 0.3, 0.6, 0.8)])
        out = ClassMean().prepare(images, torch.tensor([0, 0, 1, 1]), 2)
        # Means 0.2, 0.7 and 0.45.
        torch.testing.assert_close(out[:, 0, 0, 0], torch.tensor([0.35, 0.55, 0.35, 0.55]))


class Squeezing(unittest.TestCase):
    def test_grey_weighs_as_bt_601_does(self):
        image = torch.tensor([1.0, 0.5, 0.0]).view(1, 3, 1, 1)
        torch.testing.assert_close(Grey().prepare(image, torch.tensor([0]), 1), torch.full((1, 3, 1, 1), 0.5925))

    def test_jpeg_of_quality_10_loses_fine_detail_and_keeps_the_slow(self):
        torch.manual_seed(6)
        noise = 0.5 + 0.05 * torch.randn(1, 3, 32, 32)
        squeezed = Jpeg().prepare(torch.cat([noise, wave(2, 1)]), torch.tensor([0, 0]), 1)
        self.assertLess(squeezed[0].std().item(), 0.6 * noise.std().item())
        self.assertLess((squeezed[1] - wave(2, 1)[0]).abs().mean().item(), 0.03)


class Attacks(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(7)
        self.network = nn.Sequential(nn.Flatten(), nn.Linear(12, 2))
        self.images, self.targets = torch.rand(5, 3, 2, 2), torch.tensor([0, 1, 0, 1, 0])

    def test_stay_in_their_ball_and_raise_the_loss(self):
        loss = lambda images: nn.functional.cross_entropy(self.network(images), self.targets).item()
        for norm, radius in (("linf", 0.03), ("l2", 0.1)):
            moved = Adversarial(norm, radius).attack(self.network, self.images, self.targets)
            shift = moved - self.images
            length = shift.abs().max() if norm == "linf" else lengths(shift).max()
            self.assertLessEqual(length.item(), radius + 1e-6)
            self.assertGreater(loss(moved), loss(self.images))
            self.assertTrue(self.network.training)

    def test_of_adversarial_augmentation_take_the_worst_of_what_was_drawn(self):
        losses = lambda images: nn.functional.cross_entropy(self.network(images), self.targets, reduction="none")
        torch.manual_seed(8)
        one = losses(UEraser(1).attack(self.network, self.images, self.targets))
        torch.manual_seed(8)
        many = losses(UEraser(8).attack(self.network, self.images, self.targets))
        self.assertTrue((many >= one - 1e-6).all())

    def test_clouds_fill_0_to_1(self):
        for side in (8, 32, 33):
            made = clouds(torch.zeros(3, 3, side, side))
            self.assertEqual(made.shape, (3, 1, side, side))
            self.assertEqual((made.amin().item(), made.amax().item()), (0, 1))
