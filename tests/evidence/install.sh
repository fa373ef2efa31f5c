#!/bin/sh
# What the evidence needs, on Debian and Ubuntu. Elsewhere: pip install torch torchvision pillow (and timm, for DeiT).
set -e
apt-get update
apt-get install -y --no-install-recommends python3 python3-torch python3-torchvision python3-pil
