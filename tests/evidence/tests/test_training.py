"""Pictures in, results out, and what a stop leaves behind."""

import io
import json
import tempfile
import unittest
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import torch
from PIL import Image

from evidence import fetch_data, pictures, report, results, train
from evidence.intervals import mean_and_spread, wilson
from evidence.training import Settings, Training


def quiet(work):
    """What it prints."""
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        work()
    return out.getvalue()


class Files(unittest.TestCase):
    """Eight reddish and eight bluish pictures of 40 × 36 in two folders."""

    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)
        self.set = self.folder / "set"
        for at in range(16):
            place = self.set / ("red" if at % 2 else "blue") / f"{at:02}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (40, 36), (200 - at, 50, 60) if at % 2 else (60, 50, 200 - at)).save(place)

    def settings(self, **others):
        given = dict(arch="small-cnn", regime="erm", recipe="lab", side=16, epochs=3, batch=8, seed=1)
        return Settings(**{**given, **others})


class Reading(Files):
    def test_a_zip_is_the_same_as_its_folder(self):
        archive = self.folder / "set.zip"
        with zipfile.ZipFile(archive, "w") as out:
            for each in sorted(self.set.rglob("*.png")):
                out.write(each, each.relative_to(self.set))
        zipped, plain = pictures.load(archive, 16), pictures.load(self.set, 16)
        self.assertTrue(torch.equal(zipped.images, plain.images))
        self.assertEqual((zipped.sha256, list(zipped.labels)), (plain.sha256, ["blue", "red"]))
        self.assertEqual(zipped.images.shape, (16, 3, 16, 16))

    def test_as_many_of_a_label_as_asked_for(self):
        self.assertEqual(pictures.load(self.set, 16, most=3).targets.tolist(), [0, 0, 0, 1, 1, 1])

    def test_what_cannot_be_used_is_named(self):
        (self.set / "red" / "broken.png").write_bytes(b"no picture")
        with self.assertRaisesRegex(SystemExit, "broken.png"):
            pictures.load(self.set, 16)
        with self.assertRaisesRegex(SystemExit, "not in the training set: red"):
            pictures.load(self.set, 16, labels=["blue"])
        with self.assertRaisesRegex(SystemExit, "no such file"):
            pictures.load(self.folder / "nothing.zip", 16)


class Runs(Files):
    def test_one_that_was_stopped_comes_to_the_same(self):
        train_set, cpu = pictures.load(self.set, 16), torch.device("cpu")
        whole = Training(self.settings(regime="op"), train_set, cpu, None)
        list(whole.run())
        kept = self.folder / "kept.pt"
        next(Training(self.settings(regime="op"), train_set, cpu, kept).run())
        again = Training(self.settings(regime="op"), train_set, cpu, kept)
        self.assertEqual([each.epoch for each in again.run()], [2, 3])
        for name, value in whole.network.state_dict().items():
            torch.testing.assert_close(again.network.state_dict()[name], value, atol=1e-5, rtol=1e-4, msg=name)

    def test_a_checkpoint_of_other_settings_is_refused(self):
        train_set, kept = pictures.load(self.set, 16), self.folder / "kept.pt"
        next(Training(self.settings(), train_set, torch.device("cpu"), kept).run())
        with self.assertRaisesRegex(SystemExit, "other settings"):
            Training(self.settings(seed=2), train_set, torch.device("cpu"), kept)

    def test_results_name_what_they_hold_for_and_are_not_made_twice(self):
        common = ["--archive", str(self.set), "--test", str(self.set), "--arch", "small-cnn", "--recipe", "lab"]
        command = [*common, "--side", "16", "--epochs", "4", "--seeds", "2", "--out", str(self.folder / "out")]
        said = quiet(lambda: train.main(command))
        self.assertIn("of 16 clean photos (between", said)
        self.assertIn("done already", quiet(lambda: train.main(command)))
        lines = [line for line in results.read(self.folder / "out" / "results.jsonl") if line["kind"] == "result"]
        self.assertEqual([line["seed"] for line in lines], [1, 2])
        self.assertEqual(lines[0]["archive"], pictures.load(self.set, 16).sha256)
        self.assertEqual(sum(map(sum, lines[0]["confusion"])), 16)
        # Told apart by one colour, which any network learns.
        self.assertGreaterEqual(lines[0]["right"], 14)
        self.assertEqual(list((self.folder / "out").glob("*.pt")), [])
        self.assertIn("± ", quiet(lambda: report.main([str(self.folder / "out" / "results.jsonl")])))

    def test_a_line_that_was_cut_off_is_no_result(self):
        file = self.folder / "results.jsonl"
        file.write_text(json.dumps({"kind": "epoch"}) + '\n{"kind": "resu')
        self.assertEqual(results.read(file), [{"kind": "epoch"}])


class Figures(unittest.TestCase):
    def test_wilson_as_by_hand(self):
        low, high = wilson(18, 20)
        self.assertAlmostEqual(low, 0.6990, places=4)
        self.assertAlmostEqual(high, 0.9721, places=4)
        self.assertEqual(wilson(0, 0), (0, 1))

    def test_spread_is_that_of_a_sample(self):
        self.assertEqual(mean_and_spread([0.2]), (0.2, 0))
        mean, spread = mean_and_spread([0.1, 0.2, 0.3])
        self.assertAlmostEqual(mean, 0.2)
        self.assertAlmostEqual(spread, 0.1)

    def test_the_table_has_worst_and_mean_over_regimes(self):
        line = dict(kind="result", arch="resnet18", side=32, epochs=1, batch=1, recipe="lab", trained=1, tested=100)
        lines = [
            {**line, "name": name, "regime": regime, "right": right, "versions": {"commit": "abc"}}
            for name, regime, right in (("clean", "erm", 90), ("light", "erm", 20), ("light", "op", 70))
        ]
        made = report.table(lines)
        self.assertIn("| resnet18, erm | 90.0 [82.6, 94.5] | 20.0 [13.3, 28.9] | CIFAR-10 94.7 → 18.5", made)
        self.assertIn("| **resnet18, worst** | 90.0 (of 1) | 70.0 |", made)
        self.assertIn("| **resnet18, mean** | 90.0 (of 1) | 45.0 |", made)


class Fetching(Files):
    def test_tiny_imagenet_is_laid_out_by_its_own_answers(self):
        source = self.folder / "tiny-imagenet-200"
        photo = (self.set / "red" / "01.png").read_bytes()
        for place in ("train/n01/images/n01_0.JPEG", "val/images/val_0.JPEG"):
            (source / place).parent.mkdir(parents=True, exist_ok=True)
            (source / place).write_bytes(photo)
        (source / "val" / "val_annotations.txt").write_text("val_0.JPEG\tn01\t0\t0\t62\t62\n")
        fetch_data.main(["tiny-imagenet", "--from", str(self.folder), "--out", str(self.folder / "sets")])
        laid = sorted(str(each.relative_to(self.folder / "sets")) for each in (self.folder / "sets").rglob("*.JPEG"))
        self.assertEqual(laid, ["tiny-imagenet/test/n01/val_0.JPEG", "tiny-imagenet/train/n01/n01_0.JPEG"])

    def test_a_folder_without_the_set_is_named(self):
        with self.assertRaisesRegex(SystemExit, "holds no train"):
            fetch_data.main(["tiny-imagenet", "--from", str(self.folder), "--out", str(self.folder / "sets")])
