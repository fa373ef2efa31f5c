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

/* Adds `share` of a row of sums to the cells that it runs through. */
static void gather(const uint16_t *sums, const struct span *spans, float share, float *cells, int columns) {
  for (int column = 0; column < columns; column++) {
    struct span span = spans[column];
    uint32_t whole = 0;
    for (int x = span.first + 1; x < span.last; x++) whole += sums[x];
    cells[column] += share * (span.head * sums[span.first] + (float)whole + span.tail * sums[span.last]);
  }
}

/* Rows that a vector of 16-bit sums holds. */
#define MOST_ROWS 257

/*
 * The small copy of a plane: the mean of each of columns × rows cells that share the whole photo evenly, pixels at
 * their ends by their share. Cells are counted on the photo, so that luma and chroma get the same ones. Rows that lie
 * whole in a cell are added up first, which goes by vectors.
 */
EMSCRIPTEN_KEEPALIVE void shrink(const struct photo *photo, int c, int columns, int rows, float *cells) {
  const struct plane *plane = &photo->plane[c];
  /* Pixels of this plane that a cell is wide and high; the last pixel of an odd side is half of the photo's. */
  double wide = (double)photo->width * plane->across / (photo->plane[0].across * (double)columns);
  double high = (double)photo->height * plane->down / (photo->plane[0].down * (double)rows);
  float *means = reserve(sizeof(float) * columns);
  struct span *spans = reserve(sizeof(struct span) * columns);
  laySpans(spans, columns, wide, plane->width);
  size_t room = sizeof(uint16_t) * plane->stride;
  uint16_t *sums = reserve(room);
  for (int row = 0; row < rows; row++) {
    double top = row * high, bottom = (row + 1) * high;
    int last = (int)bottom;
    if (last > plane->height - 1) last = plane->height - 1;
    for (int i = 0; i < columns; i++) means[i] = 0;
    for (int y = (int)top; y <= last;) {
      double share = (y + 1 < bottom ? y + 1 : bottom) - (y > top ? y : top);
      int end = y + 1;
      if (share == 1)
        while (end + 1 <= bottom && end <= last && end - y < MOST_ROWS) end++;
      if (share > 0) {
        memset(sums, 0, room);
        for (int i = y; i < end; i++) addRow(plane->data + (size_t)i * plane->stride, sums, plane->width);
        gather(sums, spans, share, means, columns);
      }
      y = end;
    }
    for (int i = 0; i < columns; i++) cells[row * columns + i] = means[i] / (wide * high);
  }
  free(sums);
  free(spans);
  free(means);
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

/* Between which two cells a pixel lies, and how near to the second. */
struct place {
  int cell;
  float part;
};

/* Cells of fewer pixels than this are not worth a piece of their own. */
#define NARROW 6

static struct place *placesOf(int columns, double scale, int width) {
  if (columns < 2 || scale * NARROW < 1) return NULL;
  struct place *places = reserve(sizeof(struct place) * width);
  for (int x = 0; x < width; x++) {
    double at = (x + 0.5) * scale - 0.5;
    int cell = at <= 0 ? 0 : at >= columns - 1 ? columns - 2 : (int)at;
    places[x] = (struct place){ cell, at <= 0 ? 0 : at >= columns - 1 ? 1 : (float)(at - cell) };
  }
  return places;
}

/* As `enlarge`, pixel by pixel. */
static void enlargeNarrow(const float *cells, const struct place *places, float *out, int width) {
  for (int x = 0; x < width; x++) {
    const float *cell = cells + places[x].cell;
    out[x] = cell[0] + places[x].part * (cell[1] - cell[0]);
  }
}

/* The veil enlarged to the plane's width, at the centres of two rows of cells that follow one another. */
struct enlarged {
  const float *cells;
  int columns, rows, width;
  double scale; /* cells that a pixel is wide */
  float middle;
  const struct place *places; /* of its pixels, where cells are narrow; else NULL */
  float *room;
  int16_t *line[2];
  int row[2]; /* which rows of cells these are; -1 for none */
};

static const int16_t *enlargedRow(struct enlarged *veil, int row) {
  int at = row & 1;
  if (veil->row[at] != row) {
    const float *cells = veil->cells + (size_t)row * veil->columns;
    if (veil->places) enlargeNarrow(cells, veil->places, veil->room, veil->width);
    else enlarge(cells, veil->columns, veil->scale, veil->room, veil->width);
    refine(veil->room, veil->middle, veil->line[at], veil->width);
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
    veil.room = reserve(sizeof(float) * room);
    memset(veil.room, 0, sizeof(float) * room);
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
  free(veil.room);
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
