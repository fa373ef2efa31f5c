/*
 * A JPEG's planes, in and out, and what Keyveil does to them in between. Colours are neither converted nor resampled:
 * the methods for photos are the same sum for every colour channel, so they may be done on luma and chroma as well.
 * Memory is the module's own; an error leaves through `fail`, after which the instance is thrown away.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <jpeglib.h>
#include <jerror.h>
#include <emscripten.h>
#include <wasm_simd128.h>

__attribute__((import_module("env"), import_name("fail"))) _Noreturn void give_up(const char *message);

#define MOST_PLANES 3

/* A plane lies in rows of `stride` bytes, padded to whole blocks to the right and below. */
struct plane {
  uint8_t *data;
  int width, height, stride, rows;
  int across, down; /* sampling factors */
};

struct photo {
  int width, height, planes;
  int warnings; /* of the decoder: data that end too soon, or make no sense */
  struct plane plane[MOST_PLANES];
};

static char message[JMSG_LENGTH_MAX];

static void fail(j_common_ptr c) {
  (*c->err->format_message)(c, message);
  give_up(message);
}

static void count(j_common_ptr c, int level) {
  if (level < 0) c->err->num_warnings++;
}

static void *reserve(size_t bytes) {
  void *found = malloc(bytes);
  if (found == NULL) give_up("out of memory");
  return found;
}

/* Blocks to the right of the last that count, so that vectors may run over the end of a row. */
#define SLACK 32

static void layPlane(struct plane *plane, int width, int height, int across, int down, int mcus_across, int mcus_down) {
  plane->width = width;
  plane->height = height;
  plane->across = across;
  plane->down = down;
  plane->stride = mcus_across * across * DCTSIZE + SLACK;
  plane->rows = mcus_down * down * DCTSIZE;
  plane->data = reserve((size_t)plane->stride * plane->rows);
}

/* The rows of each plane that one row of MCUs covers. */
static void rowsOf(struct photo *photo, int mcu_row, JSAMPROW rows[MOST_PLANES][4 * DCTSIZE]) {
  for (int c = 0; c < photo->planes; c++) {
    struct plane *plane = &photo->plane[c];
    int count = plane->down * DCTSIZE;
    for (int y = 0; y < count; y++) rows[c][y] = plane->data + (size_t)(mcu_row * count + y) * plane->stride;
  }
}

/* Whether luma has every pixel, and chroma every one or every second: what is rarer is left to others. */
static int luma_is_whole(j_decompress_ptr d) {
  for (int c = 0; c < d->num_components; c++) {
    jpeg_component_info *info = &d->comp_info[c];
    int across = d->max_h_samp_factor / info->h_samp_factor, down = d->max_v_samp_factor / info->v_samp_factor;
    if (across > 2 || down > 2 || info->h_samp_factor * across != d->max_h_samp_factor ||
        info->v_samp_factor * down != d->max_v_samp_factor || (c == 0 && (across != 1 || down != 1)))
      return 0;
  }
  return d->max_h_samp_factor <= 2 && d->max_v_samp_factor <= 2;
}

/* NULL where the planes are not luma and chroma, or do not come in one scan after another (progressive, arithmetic). */
EMSCRIPTEN_KEEPALIVE struct photo *decode(const uint8_t *bytes, size_t length) {
  struct jpeg_decompress_struct d;
  struct jpeg_error_mgr errors;
  d.err = jpeg_std_error(&errors);
  errors.error_exit = fail;
  errors.emit_message = count;
  jpeg_create_decompress(&d);
  jpeg_mem_src(&d, bytes, length);
  jpeg_read_header(&d, TRUE);
  int colour = d.num_components == MOST_PLANES && d.jpeg_color_space == JCS_YCbCr;
  if (!colour || d.progressive_mode || d.arith_code || !luma_is_whole(&d)) {
    jpeg_destroy_decompress(&d);
    return NULL;
  }
  d.raw_data_out = TRUE;
  d.out_color_space = d.jpeg_color_space;
  d.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&d);
  struct photo *photo = reserve(sizeof *photo);
  memset(photo, 0, sizeof *photo);
  photo->width = d.output_width;
  photo->height = d.output_height;
  photo->planes = d.num_components;
  int side = DCTSIZE;
  int mcus_across = (photo->width + d.max_h_samp_factor * side - 1) / (d.max_h_samp_factor * side);
  int mcus_down = (photo->height + d.max_v_samp_factor * side - 1) / (d.max_v_samp_factor * side);
  for (int c = 0; c < photo->planes; c++) {
    jpeg_component_info *info = &d.comp_info[c];
    layPlane(&photo->plane[c], info->downsampled_width, info->downsampled_height, info->h_samp_factor,
             info->v_samp_factor, mcus_across, mcus_down);
  }
  JSAMPROW rows[MOST_PLANES][4 * DCTSIZE];
  JSAMPARRAY planes[MOST_PLANES] = { rows[0], rows[1], rows[2] };
  for (int mcu_row = 0; mcu_row < mcus_down; mcu_row++) {
    rowsOf(photo, mcu_row, rows);
    jpeg_read_raw_data(&d, planes, d.max_v_samp_factor * DCTSIZE);
  }
  photo->warnings = errors.num_warnings;
  jpeg_finish_decompress(&d);
  jpeg_destroy_decompress(&d);
  return photo;
}

/* Where the bytes of the last file written lie; the caller frees them. */
static unsigned char *written;
EMSCRIPTEN_KEEPALIVE unsigned char *file(void) { return written; }

/* Bytes of the file, of baseline coding. `optimal` finds the shortest codes, for a third of the time more. */
EMSCRIPTEN_KEEPALIVE unsigned long encode(struct photo *photo, int quality, int optimal) {
  struct jpeg_compress_struct c;
  struct jpeg_error_mgr errors;
  c.err = jpeg_std_error(&errors);
  errors.error_exit = fail;
  jpeg_create_compress(&c);
  unsigned long length = (unsigned long)photo->width * photo->height / 2 + 65536;
  unsigned char *room = reserve(length);
  written = room;
  jpeg_mem_dest(&c, &written, &length);
  c.image_width = photo->width;
  c.image_height = photo->height;
  c.input_components = photo->planes;
  c.in_color_space = JCS_YCbCr;
  jpeg_set_defaults(&c);
  jpeg_set_quality(&c, quality, TRUE);
  c.raw_data_in = TRUE;
  c.dct_method = JDCT_ISLOW;
  c.optimize_coding = optimal;
  for (int i = 0; i < photo->planes; i++) {
    c.comp_info[i].h_samp_factor = photo->plane[i].across;
    c.comp_info[i].v_samp_factor = photo->plane[i].down;
  }
  jpeg_start_compress(&c, TRUE);
  JSAMPROW rows[MOST_PLANES][4 * DCTSIZE];
  JSAMPARRAY planes[MOST_PLANES] = { rows[0], rows[1], rows[2] };
  for (int mcu_row = 0; c.next_scanline < c.image_height; mcu_row++) {
    rowsOf(photo, mcu_row, rows);
    jpeg_write_raw_data(&c, planes, c.max_v_samp_factor * DCTSIZE);
  }
  jpeg_finish_compress(&c);
  jpeg_destroy_compress(&c);
  if (written != room) free(room);
  return length;
}

EMSCRIPTEN_KEEPALIVE void release(struct photo *photo) {
  for (int c = 0; c < photo->planes; c++) free(photo->plane[c].data);
  free(photo);
}

/* Pixel (x, y) of a plane turned as EXIF counts it, in the plane as it lies. */
static inline size_t origin(const struct plane *from, int orientation, int x, int y) {
  int right = from->width - 1, bottom = from->height - 1, column = x, row = y;
  switch (orientation) {
    case 2: column = right - x; break;
    case 3: column = right - x; row = bottom - y; break;
    case 4: row = bottom - y; break;
    case 5: column = y; row = x; break;
    case 6: column = y; row = bottom - x; break;
    case 7: column = right - y; row = bottom - x; break;
    case 8: column = right - y; row = x; break;
  }
  return (size_t)row * from->stride + column;
}

/* Squares of pixels that are turned one after another, so that both sides of the way stay in the cache. */
#define SQUARE 32

static void turnPlane(const struct plane *from, struct plane *to, int orientation) {
  for (int top = 0; top < to->height; top += SQUARE)
    for (int left = 0; left < to->width; left += SQUARE) {
      int right = left + SQUARE < to->width ? left + SQUARE : to->width;
      int bottom = top + SQUARE < to->height ? top + SQUARE : to->height;
      for (int y = top; y < bottom; y++) {
        const uint8_t *at = from->data + origin(from, orientation, left, y);
        ptrdiff_t step = (ptrdiff_t)origin(from, orientation, 1, 0) - (ptrdiff_t)origin(from, orientation, 0, 0);
        uint8_t *out = to->data + (size_t)y * to->stride;
        for (int x = left; x < right; x++, at += step) out[x] = *at;
      }
    }
  /* Blocks at the edge are filled with what costs least: the last pixel again. */
  for (int y = 0; y < to->height; y++) {
    uint8_t *row = to->data + (size_t)y * to->stride;
    memset(row + to->width, row[to->width - 1], to->stride - to->width);
  }
  for (int y = to->height; y < to->rows; y++)
    memcpy(to->data + (size_t)y * to->stride, to->data + (size_t)(to->height - 1) * to->stride, to->stride);
}

/*
 * Turns the photo upright, in place. 0 where a side does not hold whole pixels of chroma: then it would move by half a
 * pixel.
 */
EMSCRIPTEN_KEEPALIVE int turn(struct photo *photo, int orientation) {
  const struct plane luma = photo->plane[0];
  if (photo->width % luma.across != 0 || photo->height % luma.down != 0) return 0;
  int swapped = orientation >= 5;
  int width = swapped ? photo->height : photo->width, height = swapped ? photo->width : photo->height;
  int most_across = swapped ? luma.down : luma.across, most_down = swapped ? luma.across : luma.down;
  int mcus_across = (width + most_across * DCTSIZE - 1) / (most_across * DCTSIZE);
  int mcus_down = (height + most_down * DCTSIZE - 1) / (most_down * DCTSIZE);
  for (int c = 0; c < photo->planes; c++) {
    struct plane from = photo->plane[c], *to = &photo->plane[c];
    layPlane(to, swapped ? from.height : from.width, swapped ? from.width : from.height, swapped ? from.down : from.across,
             swapped ? from.across : from.down, mcus_across, mcus_down);
    turnPlane(&from, to, orientation);
    free(from.data);
  }
  photo->width = width;
  photo->height = height;
  return 1;
}

/* The sum of `count` bytes. */
static inline uint32_t sumOf(const uint8_t *at, int count) {
  v128_t sums = wasm_i32x4_splat(0);
  int x = 0;
  for (; x + 16 <= count; x += 16)
    sums = wasm_i32x4_add(sums, wasm_u32x4_extadd_pairwise_u16x8(wasm_u16x8_extadd_pairwise_u8x16(wasm_v128_load(at + x))));
  uint32_t sum = wasm_i32x4_extract_lane(sums, 0) + wasm_i32x4_extract_lane(sums, 1) + wasm_i32x4_extract_lane(sums, 2) +
                 wasm_i32x4_extract_lane(sums, 3);
  for (; x < count; x++) sum += at[x];
  return sum;
}

/*
 * The small copy of a plane: the mean of each of columns × rows cells that share the whole photo evenly, pixels at
 * their ends by their share. Cells are counted on the photo, so that luma and chroma get the same ones.
 */
EMSCRIPTEN_KEEPALIVE void shrink(const struct photo *photo, int c, int columns, int rows, float *cells) {
  const struct plane *plane = &photo->plane[c];
  /* Pixels of this plane that a cell is wide and high; the last pixel of an odd side is half of the photo's. */
  double wide = (double)photo->width * plane->across / (photo->plane[0].across * (double)columns);
  double high = (double)photo->height * plane->down / (photo->plane[0].down * (double)rows);
  double *sums = reserve(sizeof(double) * columns);
  for (int row = 0; row < rows; row++) {
    double top = row * high, bottom = (row + 1) * high;
    int first = (int)top, last = (int)bottom;
    if (last > plane->height - 1) last = plane->height - 1;
    for (int i = 0; i < columns; i++) sums[i] = 0;
    for (int y = first; y <= last; y++) {
      double share = (y + 1 < bottom ? y + 1 : bottom) - (y > top ? y : top);
      if (share <= 0) continue;
      const uint8_t *line = plane->data + (size_t)y * plane->stride;
      for (int column = 0; column < columns; column++) {
        double left = column * wide, right = (column + 1) * wide;
        int from = (int)left, to = (int)right;
        if (to > plane->width - 1) to = plane->width - 1;
        double sum;
        if (from >= to) sum = (right - left) * line[to];
        else sum = (from + 1 - left) * line[from] + sumOf(line + from + 1, to - from - 1) + (right - to) * line[to];
        sums[column] += share * sum;
      }
    }
    for (int i = 0; i < columns; i++) cells[row * columns + i] = sums[i] / (wide * high);
  }
  free(sums);
}

/*
 * Enlarges a row of cells by linear interpolation between their centres: pixel i lies at (i + ½)·scale − ½ cells,
 * clamped to the first and the last.
 */
static void enlarge(const float *cells, int count, double scale, float *out, int width) {
  int x = 0;
  double at = 0.5 * scale - 0.5;
  for (; x < width && at <= 0; x++, at = (x + 0.5) * scale - 0.5) out[x] = cells[0];
  while (x < width) {
    int cell = (int)at;
    if (cell >= count - 1) break;
    /* The first pixel beyond the next centre. */
    int end = (int)((cell + 1.5) / scale - 0.5) + 1;
    if (end > width) end = width;
    if (end <= x) end = x + 1;
    float rise = cells[cell + 1] - cells[cell], step = rise * scale, value = cells[cell] + rise * (float)(at - cell);
    v128_t values = wasm_f32x4_make(value, value + step, value + 2 * step, value + 3 * step);
    v128_t steps = wasm_f32x4_splat(4 * step);
    /* Runs over the end of the piece, into what the next one writes. */
    for (int i = x; i < end; i += 4) {
      wasm_v128_store(out + i, values);
      values = wasm_f32x4_add(values, steps);
    }
    x = end;
    at = (x + 0.5) * scale - 0.5;
  }
  for (; x < width; x++) out[x] = cells[count - 1];
}

/*
 * Protects a plane in place: centre · pixel + veil + a[y] + b[y] · cosine[x], rounded and clamped.
 * `veil` holds columns × rows cells, or is NULL; `a` and `b` a value for each row of the padded plane, `cosine` one for
 * each of its columns.
 */
EMSCRIPTEN_KEEPALIVE void protect(struct photo *photo, int c, float centre, const float *veil, int columns, int rows,
                                  const float *a, const float *b, const float *cosine) {
  struct plane *plane = &photo->plane[c];
  int width = plane->stride - SLACK;
  float *line = reserve(sizeof(float) * (width + 16)), *cells = reserve(sizeof(float) * (columns + 1));
  memset(line, 0, sizeof(float) * (width + 16));
  double across = veil ? (double)columns * photo->plane[0].across / ((double)photo->width * plane->across) : 0;
  double down = veil ? (double)rows * photo->plane[0].down / ((double)photo->height * plane->down) : 0;
  v128_t weight = wasm_f32x4_splat(centre);
  for (int y = 0; y < plane->rows; y++) {
    if (veil) {
      double at = (y + 0.5) * down - 0.5;
      int row = at <= 0 ? 0 : at >= rows - 1 ? rows - 1 : (int)at, next = row + 1 < rows ? row + 1 : row;
      float part = at <= 0 || at >= rows - 1 ? 0 : (float)(at - row);
      const float *upper = veil + (size_t)row * columns, *lower = veil + (size_t)next * columns;
      for (int i = 0; i < columns; i++) cells[i] = upper[i] + part * (lower[i] - upper[i]);
      enlarge(cells, columns, across, line, width);
    }
    uint8_t *pixels = plane->data + (size_t)y * plane->stride;
    /* A float this large holds whole numbers in its low bits: adding it rounds, and its bits less its own are the number. */
    v128_t large = wasm_f32x4_splat(12582912.0f), bits = wasm_i32x4_splat(0x4b400000);
    v128_t level = wasm_f32x4_splat(a[y]), swing = wasm_f32x4_splat(b[y]);
#define FOUR(bytes, lane)                                                                                              \
  wasm_i32x4_sub(                                                                                                      \
      wasm_f32x4_add(large, wasm_f32x4_add(wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_convert_i32x4(bytes), weight),     \
                                                          wasm_v128_load(line + x + lane)),                            \
                                           wasm_f32x4_add(level, wasm_f32x4_mul(swing, wasm_v128_load(cosine + x + lane))))), \
      bits)
    for (int x = 0; x < width; x += 8) {
      v128_t given = wasm_u16x8_load8x8(pixels + x);
      v128_t low = FOUR(wasm_u32x4_extend_low_u16x8(given), 0), high = FOUR(wasm_u32x4_extend_high_u16x8(given), 4);
      v128_t words = wasm_i16x8_narrow_i32x4(low, high);
      wasm_v128_store64_lane(pixels + x, wasm_u8x16_narrow_i16x8(words, words), 0);
    }
  }
  free(line);
  free(cells);
}
