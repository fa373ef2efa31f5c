/*
 * A JPEG's planes, in and out, and what Keyveil does to them in between. Colours are neither converted nor resampled:
 * the methods for photos are the same sum for every colour channel, so they may be done on luma and chroma as well.
 * Memory is the module's own; an error leaves through `fail`, after which the instance is thrown away.
 */
#include <math.h>
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

/* Blocks at the edge are filled with what costs least: the last pixel again. */
static void fillEdge(struct plane *plane) {
  for (int y = 0; y < plane->height; y++) {
    uint8_t *row = plane->data + (size_t)y * plane->stride;
    memset(row + plane->width, row[plane->width - 1], plane->stride - plane->width);
  }
  for (int y = plane->height; y < plane->rows; y++)
    memcpy(plane->data + (size_t)y * plane->stride, plane->data + (size_t)(plane->height - 1) * plane->stride,
           plane->stride);
}

/* A picture that comes in more passes than anybody writes is there to keep a machine busy. */
#define MOST_SCANS 200

static void watch(j_common_ptr c) {
  if (c->is_decompressor && ((j_decompress_ptr)c)->input_scan_number > MOST_SCANS) give_up("too many scans");
}

/* Whether the passes of a progressive picture gave every bit of it: where some never came, it would be coarse. */
static int came_whole(j_decompress_ptr d) {
  for (int c = 0; c < d->num_components; c++)
    for (int i = 0; i < DCTSIZE2; i++)
      if (d->coef_bits[c][i] != 0) return 0;
  return 1;
}

/*
 * Whether the planes are luma and chroma, or luma alone, and can be told to be whole: in one scan, or progressive. One
 * whose planes come in scans of their own does not say whether any is missing.
 */
static int is_read_here(j_decompress_ptr d) {
  int colour = d->num_components == MOST_PLANES && d->jpeg_color_space == JCS_YCbCr;
  int grey = d->num_components == 1 && d->jpeg_color_space == JCS_GRAYSCALE;
  return (colour || grey) && !d->arith_code && luma_is_whole(d) && (d->progressive_mode || !jpeg_has_multiple_scans(d));
}

/* Gives luma alone planes of chroma without colour, of half its size, as JPEGs usually have them. */
static void addChroma(struct photo *photo, int mcus_across, int mcus_down) {
  struct plane *luma = &photo->plane[0];
  luma->across = luma->down = 2;
  fillEdge(luma);
  for (int c = 1; c < MOST_PLANES; c++) {
    struct plane *plane = &photo->plane[c];
    layPlane(plane, (photo->width + 1) / 2, (photo->height + 1) / 2, 1, 1, mcus_across, mcus_down);
    memset(plane->data, 128, (size_t)plane->stride * plane->rows);
  }
  photo->planes = MOST_PLANES;
}

/* NULL where the file is not of a kind that is read here, see is_read_here, or not whole. */
EMSCRIPTEN_KEEPALIVE struct photo *decode(const uint8_t *bytes, size_t length) {
  struct jpeg_decompress_struct d;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress = { .progress_monitor = watch };
  d.err = jpeg_std_error(&errors);
  errors.error_exit = fail;
  errors.emit_message = count;
  jpeg_create_decompress(&d);
  d.progress = &progress;
  jpeg_mem_src(&d, bytes, length);
  jpeg_read_header(&d, TRUE);
  d.raw_data_out = TRUE;
  d.out_color_space = d.jpeg_color_space;
  d.dct_method = JDCT_ISLOW;
  if (!is_read_here(&d) || !jpeg_start_decompress(&d) || (d.progressive_mode && !came_whole(&d))) {
    jpeg_destroy_decompress(&d);
    return NULL;
  }
  struct photo *photo = reserve(sizeof *photo);
  memset(photo, 0, sizeof *photo);
  photo->width = d.output_width;
  photo->height = d.output_height;
  photo->planes = d.num_components;
  int grey = photo->planes == 1;
  int across = (grey ? 2 : d.max_h_samp_factor) * DCTSIZE, down = (grey ? 2 : d.max_v_samp_factor) * DCTSIZE;
  int mcus_across = (photo->width + across - 1) / across, mcus_down = (photo->height + down - 1) / down;
  for (int c = 0; c < photo->planes; c++) {
    jpeg_component_info *info = &d.comp_info[c];
    struct plane *plane = &photo->plane[c];
    layPlane(plane, info->downsampled_width, info->downsampled_height, grey ? 2 : info->h_samp_factor,
             grey ? 2 : info->v_samp_factor, mcus_across, mcus_down);
    plane->down = info->v_samp_factor;
  }
  JSAMPROW rows[MOST_PLANES][4 * DCTSIZE];
  JSAMPARRAY planes[MOST_PLANES] = { rows[0], rows[1], rows[2] };
  for (int mcu_row = 0; d.output_scanline < d.output_height; mcu_row++) {
    rowsOf(photo, mcu_row, rows);
    jpeg_read_raw_data(&d, planes, d.max_v_samp_factor * DCTSIZE);
  }
  if (grey) addChroma(photo, mcus_across, mcus_down);
  /* Up to the end: data that no block was made of shows that others are missing, or made of what stood in a hole. */
  jpeg_finish_decompress(&d);
  photo->warnings = errors.num_warnings;
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
  fillEdge(to);
}

/*
 * Turns the photo upright, in place. 0 where a side that is mirrored does not hold whole pixels of chroma: then it would
 * move by half a pixel.
 */
EMSCRIPTEN_KEEPALIVE int turn(struct photo *photo, int orientation) {
  const struct plane luma = photo->plane[0];
  int mirrored_across = orientation == 2 || orientation == 3 || orientation >= 7;
  int mirrored_down = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  if ((mirrored_across && photo->width % luma.across != 0) || (mirrored_down && photo->height % luma.down != 0)) return 0;
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

/* Adds a row's `width` bytes to the sums of its columns, which hold 257 rows. Both have room for whole vectors. */
static void addRow(const uint8_t *row, uint16_t *sums, int width) {
  for (int x = 0; x < width; x += 16) {
    v128_t bytes = wasm_v128_load(row + x);
    wasm_v128_store(sums + x, wasm_i16x8_add(wasm_v128_load(sums + x), wasm_u16x8_extend_low_u8x16(bytes)));
    wasm_v128_store(sums + x + 8, wasm_i16x8_add(wasm_v128_load(sums + x + 8), wasm_u16x8_extend_high_u8x16(bytes)));
  }
}

/* The pixels of a cell along a row: the first and the last in part, those between whole. */
struct span {
  int first, last;
  float head, tail; /* how much of the first, and of the last */
};

static void laySpans(struct span *spans, int columns, double wide, int width) {
  for (int column = 0; column < columns; column++) {
    double left = column * wide, right = (column + 1) * wide;
    int first = (int)left, last = (int)right;
    if (last > width - 1) last = width - 1;
    int within = first >= last;
    spans[column] = (struct span){ within ? last : first, last, within ? 0 : first + 1 - left, right - (within ? left : last) };
  }
}

/* Rows that a vector of 16-bit sums holds. */
#define MOST_ROWS 257

/* Whole rows in a band from which on they are added up one after another, not column by column: so many streams are too many. */
#define STREAMS 8

/* Rows of a plane, added up column by column: the first and the last by their shares, those between whole. */
struct band {
  const uint8_t *first, *last, *whole;
  float head, tail;
  int count; /* of whole rows */
  int stride;
};

static struct band layBand(const struct plane *plane, double top, double bottom) {
  int first = (int)top, last = (int)bottom;
  if (last > plane->height - 1) last = plane->height - 1;
  int within = first >= last;
  if (within) first = last;
  const uint8_t *row = plane->data + (size_t)first * plane->stride;
  return (struct band){ .first = row, .last = plane->data + (size_t)last * plane->stride, .whole = row + plane->stride,
                        .head = within ? 0 : first + 1 - top, .tail = bottom - (within ? top : last),
                        .count = within ? 0 : last - first - 1, .stride = plane->stride };
}

/* Sixteen-bit words as two vectors of floats. Machines turn 32 bits without a sign into floats in many steps, with one in one. */
#define LOW(words) wasm_f32x4_convert_i32x4(wasm_u32x4_extend_low_u16x8(words))
#define HIGH(words) wasm_f32x4_convert_i32x4(wasm_u32x4_extend_high_u16x8(words))

/* Eight columns of a band at `x`, whose whole rows add up to `whole`. */
static inline __attribute__((always_inline)) void blendEight(const struct band *band, v128_t whole, float *columns, int x) {
  v128_t head = wasm_f32x4_splat(band->head), tail = wasm_f32x4_splat(band->tail);
  v128_t first = wasm_u16x8_load8x8(band->first + x), last = wasm_u16x8_load8x8(band->last + x);
  v128_t ends = wasm_f32x4_add(wasm_f32x4_mul(LOW(first), head), wasm_f32x4_mul(LOW(last), tail));
  wasm_v128_store(columns + x, wasm_f32x4_add(LOW(whole), ends));
  ends = wasm_f32x4_add(wasm_f32x4_mul(HIGH(first), head), wasm_f32x4_mul(HIGH(last), tail));
  wasm_v128_store(columns + x + 4, wasm_f32x4_add(HIGH(whole), ends));
}

/* Adds a band up; `sums` is room for a row. All have room for whole vectors. */
static void addBand(const struct band *band, uint16_t *sums, float *columns, int width) {
  if (band->count < STREAMS) {
    for (int x = 0; x < width; x += 8) {
      v128_t whole = wasm_i16x8_splat(0);
      const uint8_t *row = band->whole + x;
      for (int y = 0; y < band->count; y++, row += band->stride) whole = wasm_i16x8_add(whole, wasm_u16x8_load8x8(row));
      blendEight(band, whole, columns, x);
    }
    return;
  }
  int at = 0;
  for (int end; at < band->count; at = end) {
    end = at + MOST_ROWS < band->count ? at + MOST_ROWS : band->count;
    memset(sums, 0, sizeof(uint16_t) * band->stride);
    for (int y = at; y < end; y++) addRow(band->whole + (size_t)y * band->stride, sums, width);
    if (at == 0) {
      for (int x = 0; x < width; x += 8) blendEight(band, wasm_v128_load(sums + x), columns, x);
      continue;
    }
    for (int x = 0; x < width; x += 8) {
      v128_t words = wasm_v128_load(sums + x);
      wasm_v128_store(columns + x, wasm_f32x4_add(wasm_v128_load(columns + x), LOW(words)));
      wasm_v128_store(columns + x + 4, wasm_f32x4_add(wasm_v128_load(columns + x + 4), HIGH(words)));
    }
  }
}

/* Rows of cells that are worked on at once where cells are narrow, one in each lane of a vector. */
#define LANES 4

/* Columns of a cell from which on its own are added up by vectors. */
#define WIDE 8

/* Rows of `width` values each, `stride` apart, as one of vectors that hold a column's values of them all. */
static void interleave(const float *rows, int stride, v128_t *lanes, int width) {
  for (int x = 0; x < width; x += LANES) {
    v128_t a = wasm_v128_load(rows + x), b = wasm_v128_load(rows + stride + x);
    v128_t c = wasm_v128_load(rows + 2 * stride + x), d = wasm_v128_load(rows + 3 * stride + x);
    v128_t ab = wasm_i32x4_shuffle(a, b, 0, 4, 1, 5), cd = wasm_i32x4_shuffle(c, d, 0, 4, 1, 5);
    v128_t abb = wasm_i32x4_shuffle(a, b, 2, 6, 3, 7), cdd = wasm_i32x4_shuffle(c, d, 2, 6, 3, 7);
    lanes[x] = wasm_i64x2_shuffle(ab, cd, 0, 2);
    lanes[x + 1] = wasm_i64x2_shuffle(ab, cd, 1, 3);
    lanes[x + 2] = wasm_i64x2_shuffle(abb, cdd, 0, 2);
    lanes[x + 3] = wasm_i64x2_shuffle(abb, cdd, 1, 3);
  }
}

/* The cells of LANES rows, or of the `rows` that are left, each the sum of its columns times `scale`. */
static void gather(const v128_t *lanes, const struct span *spans, float scale, float *cells, int columns, int rows) {
  for (int column = 0; column < columns; column++) {
    struct span span = spans[column];
    v128_t sum = wasm_f32x4_mul(lanes[span.last], wasm_f32x4_splat(span.tail));
    sum = wasm_f32x4_add(sum, wasm_f32x4_mul(lanes[span.first], wasm_f32x4_splat(span.head)));
    for (int x = span.first + 1; x < span.last; x++) sum = wasm_f32x4_add(sum, lanes[x]);
    float values[LANES];
    wasm_v128_store(values, wasm_f32x4_mul(sum, wasm_f32x4_splat(scale)));
    for (int row = 0; row < rows; row++) cells[row * columns + column] = values[row];
  }
}

/* As `gather`, of one row, for cells of many columns. */
static void gatherWide(const float *values, const struct span *spans, float scale, float *cells, int columns) {
  for (int column = 0; column < columns; column++) {
    struct span span = spans[column];
    float sum = span.head * values[span.first] + span.tail * values[span.last];
    v128_t sums = wasm_f32x4_splat(0);
    int x = span.first + 1;
    for (; x + 4 <= span.last; x += 4) sums = wasm_f32x4_add(sums, wasm_v128_load(values + x));
    for (; x < span.last; x++) sum += values[x];
    sums = wasm_f32x4_add(sums, wasm_i64x2_shuffle(sums, sums, 1, 0));
    cells[column] = scale * (sum + wasm_f32x4_extract_lane(sums, 0) + wasm_f32x4_extract_lane(sums, 1));
  }
}

/*
 * The small copy of a plane: the mean of each of columns × rows cells that share the whole photo evenly, pixels at
 * their ends by their share. Cells are counted on the photo, so that luma and chroma get the same ones. Down first, then
 * across; both go by vectors.
 */
EMSCRIPTEN_KEEPALIVE void shrink(const struct photo *photo, int c, int columns, int rows, float *cells) {
  const struct plane *plane = &photo->plane[c];
  /* Pixels of this plane that a cell is wide and high; the last pixel of an odd side is half of the photo's. */
  double wide = (double)photo->width * plane->across / (photo->plane[0].across * (double)columns);
  double high = (double)photo->height * plane->down / (photo->plane[0].down * (double)rows);
  float scale = 1 / (wide * high);
  struct span *spans = reserve(sizeof(struct span) * columns);
  laySpans(spans, columns, wide, plane->width);
  uint16_t *sums = reserve(sizeof(uint16_t) * plane->stride);
  float *bands = reserve(sizeof(float) * LANES * plane->stride);
  v128_t *lanes = reserve(sizeof(v128_t) * plane->stride);
  memset(bands, 0, sizeof(float) * LANES * plane->stride);
  int step = wide < WIDE ? LANES : 1;
  for (int row = 0; row < rows; row += step) {
    int count = rows - row < step ? rows - row : step;
    float *out = cells + (size_t)row * columns;
    for (int i = 0; i < count; i++) {
      struct band band = layBand(plane, (row + i) * high, (row + i + 1) * high);
      addBand(&band, sums, bands + (size_t)i * plane->stride, plane->width);
    }
    if (step == 1) {
      gatherWide(bands, spans, scale, out, columns);
      continue;
    }
    interleave(bands, plane->stride, lanes, plane->width);
    gather(lanes, spans, scale, out, columns, count);
  }
  free(lanes);
  free(bands);
  free(sums);
  free(spans);
}

/*
 * Levels while a photo is protected: 128 less than they are and 128 times as fine, so that 16 bits hold -256 to 256 of
 * them. All roundings together stay below a twentieth of a level.
 */
#define FINE 128
#define MIDDLE 128
/* A whole where 16 bits stand for -1 to 1. */
#define UNIT 32768

static inline int16_t fineOf(float level) {
  float value = level * FINE;
  return value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : (int16_t)lrintf(value);
}

/* `count` values less `middle` in fine levels; both have room for whole vectors. */
static void refine(const float *values, float middle, int16_t *fine, int count) {
  v128_t less = wasm_f32x4_splat(middle), scale = wasm_f32x4_splat(FINE);
#define REFINED(at) \
  wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest(wasm_f32x4_mul(wasm_f32x4_sub(wasm_v128_load(at), less), scale)))
  for (int i = 0; i < count; i += 8)
    wasm_v128_store(fine + i, wasm_i16x8_narrow_i32x4(REFINED(values + i), REFINED(values + i + 4)));
}

/* What is laid on one row of pixels, in fine levels. */
struct layer {
  int16_t centre;             /* what the pixels count, of UNIT / 2 */
  const int16_t *upper;       /* the veil at the centres of the cells above */
  const int16_t *lower;       /* and below */
  int16_t part;               /* how near to the lower one, of UNIT */
  int16_t still, swing;       /* the field */
  const int16_t *cosine;      /* of UNIT */
};

static inline __attribute__((always_inline)) v128_t layEight(v128_t pixels, const struct layer *layer, int x, int veiled,
                                                             int cast) {
  v128_t sum = wasm_i16x8_q15mulr_sat(pixels, wasm_i16x8_splat(layer->centre));
  if (veiled) {
    v128_t upper = wasm_v128_load(layer->upper + x), rise = wasm_i16x8_sub(wasm_v128_load(layer->lower + x), upper);
    sum = wasm_i16x8_add(sum, wasm_i16x8_add(upper, wasm_i16x8_q15mulr_sat(rise, wasm_i16x8_splat(layer->part))));
  }
  if (cast) {
    v128_t wave = wasm_i16x8_q15mulr_sat(wasm_v128_load(layer->cosine + x), wasm_i16x8_splat(layer->swing));
    sum = wasm_i16x8_add_sat(sum, wasm_i16x8_add_sat(wave, wasm_i16x8_splat(layer->still)));
  }
  return wasm_i16x8_shr(wasm_i16x8_add_sat(sum, wasm_i16x8_splat(FINE / 2)), 7);
}

static inline __attribute__((always_inline)) void layRow(uint8_t *row, int width, const struct layer *layer, int veiled,
                                                         int cast) {
  v128_t zero = wasm_i16x8_splat(0), middle = wasm_i8x16_splat((int8_t)MIDDLE);
  for (int x = 0; x < width; x += 16) {
    v128_t given = wasm_v128_xor(wasm_v128_load(row + x), middle);
    /* As the upper halves of 16 bits the pixels are 256 times as large. */
    v128_t low = wasm_i8x16_shuffle(zero, given, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    v128_t high = wasm_i8x16_shuffle(zero, given, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    v128_t laid = wasm_i8x16_narrow_i16x8(layEight(low, layer, x, veiled, cast), layEight(high, layer, x + 8, veiled, cast));
    wasm_v128_store(row + x, wasm_v128_xor(laid, middle));
  }
}

/* Pixels that are enlarged at once. */
#define GROUP 8

/*
 * Between which cells a group of pixels lies: the first one's left cell, for each pixel where its own lies beside that, and
 * how near it is to the next, of UNIT. Pixel i lies at (i + ½)·scale − ½ cells, clamped to the first and the last.
 */
struct places {
  int cell;
  int16_t beside[GROUP];
  int16_t part[GROUP];
  v128_t bytes; /* `beside` as bytes of a vector of cells; where all lie in one */
};

static struct places *placesOf(int columns, double scale, int width) {
  int groups = (width + GROUP - 1) / GROUP, last = columns > 1 ? columns - 2 : 0;
  struct places *places = reserve(sizeof(struct places) * groups);
  for (int group = 0; group < groups; group++) {
    struct places *place = &places[group];
    uint8_t bytes[2 * GROUP];
    for (int i = 0; i < GROUP; i++) {
      double at = (group * GROUP + i + 0.5) * scale - 0.5;
      int cell = at <= 0 ? 0 : at >= columns - 1 ? last : (int)at;
      float part = at <= 0 ? 0 : at >= columns - 1 ? 1 : at - cell;
      if (i == 0) place->cell = cell;
      place->beside[i] = cell - place->cell;
      place->part[i] = (int16_t)lrintf(part * (UNIT - 1));
      bytes[2 * i] = 2 * place->beside[i];
      bytes[2 * i + 1] = 2 * place->beside[i] + 1;
    }
    place->bytes = wasm_v128_load(bytes);
  }
  return places;
}

/* Enlarges a row of cells by linear interpolation between their centres. The cells have room for two vectors more. */
static void enlarge(const int16_t *cells, const struct places *places, double scale, int16_t *out, int width) {
  for (int x = 0; x < width; x += GROUP, places++) {
    const int16_t *cell = cells + places->cell;
    v128_t left, right;
    if (scale <= 1) {
      left = wasm_i8x16_swizzle(wasm_v128_load(cell), places->bytes);
      right = wasm_i8x16_swizzle(wasm_v128_load(cell + 1), places->bytes);
    } else {
      /* Cells that are narrower than pixels lie too far apart for one vector. */
      int16_t lefts[GROUP], rights[GROUP];
      for (int i = 0; i < GROUP; i++) {
        lefts[i] = cell[places->beside[i]];
        rights[i] = cell[places->beside[i] + 1];
      }
      left = wasm_v128_load(lefts);
      right = wasm_v128_load(rights);
    }
    v128_t rise = wasm_i16x8_sub(right, left);
    wasm_v128_store(out + x, wasm_i16x8_add(left, wasm_i16x8_q15mulr_sat(rise, wasm_v128_load(places->part))));
  }
}

/* The veil enlarged to the plane's width, at the centres of two rows of cells that follow one another. */
struct enlarged {
  const float *cells;
  int columns, rows, width;
  double scale; /* cells that a pixel is wide */
  float middle;
  const struct places *places;
  int16_t *fine; /* a row of cells */
  int16_t *line[2];
  int row[2]; /* which rows of cells these are; -1 for none */
};

static const int16_t *enlargedRow(struct enlarged *veil, int row) {
  int at = row & 1;
  if (veil->row[at] != row) {
    refine(veil->cells + (size_t)row * veil->columns, veil->middle, veil->fine, veil->columns);
    for (int i = 0; i < 2 * GROUP; i++) veil->fine[veil->columns + i] = veil->fine[veil->columns - 1];
    enlarge(veil->fine, veil->places, veil->scale, veil->line[at], veil->width);
    veil->row[at] = row;
  }
  return veil->line[at];
}

/*
 * Protects a plane in place: centre · pixel + veil + a[y] + b[y] · cosine[x], rounded and clamped.
 * `veil` holds columns × rows cells, or is NULL; `a` and `b` a value for each row of the padded plane, `cosine` one for
 * each of its columns. What `centre` takes of the pixels the veil gives back, or there is none and it is 1.
 */
EMSCRIPTEN_KEEPALIVE void protect(struct photo *photo, int c, float centre, const float *cells, int columns, int rows,
                                  const float *a, const float *b, const float *cosine) {
  struct plane *plane = &photo->plane[c];
  int width = plane->stride - SLACK, room = width + SLACK;
  int16_t *waves = reserve(sizeof(int16_t) * room);
  int cast = 0;
  for (int x = 0; x < width; x++) waves[x] = (int16_t)lrintf(cosine[x] * (UNIT - 1));
  memset(waves + width, 0, sizeof(int16_t) * SLACK);
  for (int y = 0; y < plane->rows; y++) cast |= a[y] != 0 || b[y] != 0;
  struct enlarged veil = { .cells = cells, .columns = columns, .rows = rows, .width = width, .row = { -1, -1 } };
  double down = 0;
  if (cells) {
    veil.scale = (double)columns * photo->plane[0].across / ((double)photo->width * plane->across);
    veil.middle = MIDDLE * (1 - centre);
    veil.places = placesOf(columns, veil.scale, width);
    veil.fine = reserve(sizeof(int16_t) * (columns + 4 * GROUP));
    for (int i = 0; i < 2; i++) veil.line[i] = reserve(sizeof(int16_t) * room);
    down = (double)rows * photo->plane[0].down / ((double)photo->height * plane->down);
  }
  struct layer layer = { .centre = (int16_t)lrintf(centre * (UNIT / 2)), .cosine = waves };
  for (int y = 0; y < plane->rows; y++) {
    if (cells) {
      double at = (y + 0.5) * down - 0.5;
      int row = at <= 0 ? 0 : at >= rows - 1 ? rows - 1 : (int)at, next = row + 1 < rows ? row + 1 : row;
      float part = at <= 0 || at >= rows - 1 ? 0 : (float)(at - row);
      layer.upper = enlargedRow(&veil, row);
      layer.lower = enlargedRow(&veil, next);
      layer.part = (int16_t)lrintf(part * (UNIT - 1));
    }
    layer.still = fineOf(a[y]);
    layer.swing = fineOf(b[y]);
    uint8_t *pixels = plane->data + (size_t)y * plane->stride;
    if (cells && cast) layRow(pixels, width, &layer, 1, 1);
    else if (cells) layRow(pixels, width, &layer, 1, 0);
    else layRow(pixels, width, &layer, 0, 1);
  }
  free(waves);
  free((void *)veil.places);
  free(veil.fine);
  free(veil.line[0]);
  free(veil.line[1]);
}

/* How far the side taps reach, in cells. */
#define REACH 2

/* Cells in rows that begin and end with REACH repetitions of their outermost one: nothing has to ask where the edge is. */
static void repeatEnds(float *row, int columns) {
  for (int i = 0; i < REACH; i++) {
    row[i] = row[REACH];
    row[REACH + columns + i] = row[REACH + columns - 1];
  }
}

/* By 1, 2, 1 over 4 along rows and columns, edges repeated. */
static void smoothCells(const float *from, float *to, float *room, int columns, int rows) {
  int stride = columns + 2 * REACH;
  for (int y = 0; y < rows; y++) {
    const float *up = from + (y > 0 ? y - 1 : 0) * stride, *mid = from + y * stride;
    const float *low = from + (y + 1 < rows ? y + 1 : y) * stride;
    float *out = to + y * stride;
    for (int x = 0; x < stride; x++) room[x] = up[x] + 2 * mid[x] + low[x];
    for (int x = REACH; x < REACH + columns; x++) out[x] = (room[x - 1] + 2 * room[x] + room[x + 1]) / 16;
    repeatEnds(out, columns);
  }
}

/*
 * The side taps' answer to a small copy, in its place: `taps` are the nine weights of a filter of which the middle one does
 * not count, two cells apart, edges repeated. `smooth` first smooths the copy, as a cast's veil wants it.
 */
EMSCRIPTEN_KEEPALIVE void answer(float *cells, int columns, int rows, const float *taps, int smooth) {
  int stride = columns + 2 * REACH;
  size_t bytes = sizeof(float) * stride * rows;
  float *wide = reserve(bytes), *smoothed = smooth ? reserve(bytes) : wide, *room = reserve(sizeof(float) * stride);
  for (int y = 0; y < rows; y++) {
    memcpy(wide + y * stride + REACH, cells + y * columns, sizeof(float) * columns);
    repeatEnds(wide + y * stride, columns);
  }
  if (smooth) smoothCells(wide, smoothed, room, columns, rows);
  for (int y = 0; y < rows; y++) {
    const float *up = smoothed + (y > REACH ? y - REACH : 0) * stride, *mid = smoothed + y * stride;
    const float *low = smoothed + (y + REACH < rows ? y + REACH : rows - 1) * stride;
    float *out = cells + y * columns;
    for (int x = 0; x < columns; x++)
      out[x] = taps[0] * up[x] + taps[1] * up[x + 2] + taps[2] * up[x + 4] + taps[3] * mid[x] + taps[5] * mid[x + 4] +
               taps[6] * low[x] + taps[7] * low[x + 2] + taps[8] * low[x + 4];
  }
  if (smooth) free(smoothed);
  free(wide);
  free(room);
}
