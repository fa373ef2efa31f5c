"""Shows Keyveil's probes to a classifier of torchvision and writes down what it says: file,label,score.

    python answer_probes.py probes.zip answers.csv --model resnet50
    python answer_probes.py probes.zip answers.csv --checkpoint mine.pt --classes classes.txt

Needs torch and torchvision. A checkpoint is a whole module (torch.save(model, ...)); load only what you trust.
"""

import argparse
import csv
import io
import zipfile


def pictures_of(path):
    """Name and bytes of each probe, in the order of the zip."""
    with zipfile.ZipFile(path) as probes:
        for name in probes.namelist():
            yield name, io.BytesIO(probes.read(name))


def write_answers(path, answers):
    """answers: (file, label, score) of each probe. Quotes what needs quotes, whatever the label holds."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "label", "score"])
        for name, label, score in answers:
            rows.writerow([name, label, f"{score:.6f}"])


def model_of(options):
    """A model, its names of classes, and how it wants its pictures."""
    import torch
    from torchvision import models, transforms

    if options.model:
        weights = models.get_model_weights(options.model).DEFAULT
        return models.get_model(options.model, weights=weights), weights.meta["categories"], weights.transforms()
    with open(options.classes, encoding="utf-8") as file:
        names = [line.strip() for line in file if line.strip()]
    wanted = transforms.Compose([
        transforms.Resize(options.size),
        transforms.CenterCrop(options.size),
        transforms.ToTensor(),
        # ImageNet's; put here what the model was trained with.
        transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    ])
    return torch.load(options.checkpoint, map_location="cpu", weights_only=False), names, wanted


def answers_of(options):
    import torch
    from PIL import Image

    model, names, wanted = model_of(options)
    model.eval()
    with torch.inference_mode():
        for name, file in pictures_of(options.probes):
            picture = Image.open(file).convert("RGB")
            chances = model(wanted(picture).unsqueeze(0)).softmax(1)[0]
            best = int(chances.argmax())
            yield name, names[best], float(chances[best])


if __name__ == "__main__":
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("probes")
    wishes.add_argument("answers")
    wishes.add_argument("--model", help="a name of torchvision, with its own weights")
    wishes.add_argument("--checkpoint", help="a module of your own")
    wishes.add_argument("--classes", help="its names of classes, one a line, in its order")
    wishes.add_argument("--size", type=int, default=224)
    given = wishes.parse_args()
    write_answers(given.answers, answers_of(given))
