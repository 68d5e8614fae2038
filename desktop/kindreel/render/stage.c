/* The stage's inner loops: placing pictures on a canvas, and a canvas as video planes.
 *
 * Whole numbers decide every pixel, with AVX2, with SSSE3 and without, so that all machines paint the
 * same; doubles only place the first pixel of a row. Pixels are four bytes, blue, green, red, alpha,
 * their colours premultiplied by alpha. Shares are 128ths: two of them fit PMADDUBSW.
 */
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSSE3__)
#include <cpuid.h>
#include <immintrin.h>
#define WIDE __attribute__((target("avx2")))
#endif

#if defined(_WIN32)
#define DOOR __declspec(dllexport)
#else
#define DOOR __attribute__((visibility("default")))
#endif

enum { ONE = 1 << 16, HALF = ONE / 2, WIDEST = 8192, FULL = 256, FAR = 1 << 30 };
enum { PART = 1 << 8, SMALL = 1 << 9 }; /* for PMULHRSW: a 128th and a 64th, rounded */
enum mode { NORMAL, MULTIPLY, SCREEN, ADD, OVERLAY };

typedef struct {
    const uint8_t *pixels;
    int64_t stride; /* bytes from row to row */
    int32_t width, height;
    int32_t opaque; /* no pixel is see-through */
} picture;

typedef struct {
    uint8_t *pixels;
    int64_t stride;
    int32_t left, top, right, bottom; /* what may be painted */
} canvas;

typedef struct {
    int64_t x, y, step_x, step_y; /* in the picture, 65536ths of a pixel */
} line;

typedef struct {
    enum mode mode;
    int opacity; /* of FULL */
} way;

static inline uint64_t two_at(const uint8_t *pixels) {
    uint64_t both;
    memcpy(&both, pixels, 8);
    return both;
}

/* How much of the right (or lower) neighbour, in 128ths: 1 to 127, so that both shares fit. */
static inline int share(int64_t place) {
    int part = (int)(place & (ONE - 1)) >> 9;
    return part ? part : 1;
}

#if defined(__SSSE3__)
static struct {
    uint16_t down[8], right[4]; /* for PMADDUBSW and PMULHRSW */
} shares[128];

static int is_wide;

/* Whether processor and system know AVX2; the compiler's own question is never answered under zig. */
static int has_avx2(void) {
    const unsigned both = bit_OSXSAVE | bit_AVX;
    unsigned a, b, c, d, kept, rest;
    if (!__get_cpuid(1, &a, &b, &c, &d) || (c & both) != both) return 0;
    __asm__("xgetbv" : "=a"(kept), "=d"(rest) : "c"(0));
    return (kept & 6) == 6 && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_AVX2);
}

__attribute__((constructor)) static void prepare(void) {
    is_wide = has_avx2();
    for (int part = 0; part < 128; part++) {
        int here = part ? part : 1;
        for (int i = 0; i < 8; i++) shares[part].down[i] = (uint16_t)(here << 8 | (128 - here));
        for (int i = 0; i < 4; i++) shares[part].right[i] = (uint16_t)(here << 7);
    }
}

static inline __m128i both_of(const void *one, const void *two) {
    return _mm_castpd_si128(_mm_loadh_pd(_mm_load_sd(one), two));
}
#endif

/* ---- laying pixels on a canvas --------------------------------------------------------- */

static inline int over_255(int product) { return (product + 128 + ((product + 128) >> 8)) >> 8; }

static uint8_t blended(enum mode mode, int s, int d, int sa, int da) {
    /* W3C Compositing and Blending, premultiplied; everything times 255. */
    int rest = s * (255 - da) + d * (255 - sa), both;
    switch (mode) {
    case MULTIPLY: both = s * d; break;
    case SCREEN: return (uint8_t)(s + d - over_255(s * d));
    case ADD: return (uint8_t)(s + d > 255 ? 255 : s + d);
    default: both = 2 * d <= da ? 2 * s * d : sa * da - 2 * (da - d) * (sa - s);
    }
    int value = (both + rest + 127) / 255;
    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

static void lay(way how, uint8_t *to, uint32_t pixel) {
    uint8_t source[4];
    memcpy(source, &pixel, 4);
    if (how.opacity < FULL)
        for (int i = 0; i < 4; i++) source[i] = (uint8_t)((source[i] * how.opacity + 128) >> 8);
    int sa = source[3], da = to[3];
    if (how.mode == NORMAL) {
        for (int i = 0; i < 4; i++) {
            int value = source[i] + over_255(to[i] * (255 - sa));
            to[i] = (uint8_t)(value > 255 ? 255 : value); /* rounding may leave a colour above its alpha */
        }
        return;
    }
    for (int i = 0; i < 3; i++) to[i] = blended(how.mode, source[i], to[i], sa, da);
    to[3] = blended(how.mode == ADD ? ADD : SCREEN, sa, da, sa, da);
}

#if defined(__SSSE3__)
/* Four neighbouring pixels as sixteen words, the common way: NORMAL. */
WIDE static inline void lay_four(int opacity, uint8_t *to, __m256i source) {
    const __m256i half = _mm256_set1_epi16(128);
    const __m256i alphas = _mm256_setr_epi8(6, 7, 6, 7, 6, 7, 6, 7, 14, 15, 14, 15, 14, 15, 14, 15, 6, 7, 6, 7, 6, 7, 6, 7, 14, 15, 14, 15, 14, 15, 14, 15);
    if (opacity < FULL) {
        source = _mm256_mullo_epi16(source, _mm256_set1_epi16((int16_t)opacity));
        source = _mm256_srli_epi16(_mm256_add_epi16(source, half), 8);
    }
    __m256i rest = _mm256_sub_epi16(_mm256_set1_epi16(255), _mm256_shuffle_epi8(source, alphas));
    if (!_mm256_testz_si256(rest, rest)) {
        __m256i under = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)to));
        under = _mm256_add_epi16(_mm256_mullo_epi16(under, rest), half);
        under = _mm256_srli_epi16(_mm256_add_epi16(under, _mm256_srli_epi16(under, 8)), 8);
        source = _mm256_add_epi16(source, under);
    }
    __m256i bytes = _mm256_permute4x64_epi64(_mm256_packus_epi16(source, source), 0x08);
    _mm_storeu_si128((__m128i *)to, _mm256_castsi256_si128(bytes));
}
#endif

#define ALPHAS UINT64_C(0xff000000ff000000)

/* Two neighbouring pixels, the common way: NORMAL. */
static inline void lay_two(int opacity, uint8_t *to, uint64_t pixels) {
    if (opacity == FULL && (pixels & ALPHAS) == ALPHAS) {
        memcpy(to, &pixels, 8);
        return;
    }
#if defined(__SSSE3__)
    const __m128i none = _mm_setzero_si128(), half = _mm_set1_epi16(128);
    const __m128i alphas = _mm_setr_epi8(6, 7, 6, 7, 6, 7, 6, 7, 14, 15, 14, 15, 14, 15, 14, 15);
    __m128i source = _mm_unpacklo_epi8(_mm_cvtsi64_si128((int64_t)pixels), none);
    if (opacity < FULL) {
        source = _mm_mullo_epi16(source, _mm_set1_epi16((int16_t)opacity));
        source = _mm_srli_epi16(_mm_add_epi16(source, half), 8);
    }
    __m128i rest = _mm_sub_epi16(_mm_set1_epi16(255), _mm_shuffle_epi8(source, alphas));
    __m128i under = _mm_unpacklo_epi8(_mm_loadl_epi64((const __m128i *)to), none);
    under = _mm_add_epi16(_mm_mullo_epi16(under, rest), half);
    under = _mm_srli_epi16(_mm_add_epi16(under, _mm_srli_epi16(under, 8)), 8);
    _mm_storel_epi64((__m128i *)to, _mm_packus_epi16(_mm_add_epi16(source, under), none));
#else
    lay((way){NORMAL, opacity}, to, (uint32_t)pixels);
    lay((way){NORMAL, opacity}, to + 4, (uint32_t)(pixels >> 32));
#endif
}

/* ---- a pixel between four neighbours ---------------------------------------------------- */

/* 128ths of each: down first, kept with 7 more bits; then right, rounded as PMULHRSW does. */
static inline uint32_t mixed(uint64_t top, uint64_t bottom, int right, int down) {
    uint32_t pixel = 0;
    for (int i = 0; i < 4; i++) {
        int near = (int)(top >> 8 * i & 255) * (128 - down) + (int)(bottom >> 8 * i & 255) * down;
        int far = (int)(top >> (32 + 8 * i) & 255) * (128 - down) + (int)(bottom >> (32 + 8 * i) & 255) * down;
        int value = ((near * (128 - right) * 128 + 0x4000) >> 15) + ((far * right * 128 + 0x4000) >> 15);
        pixel |= (uint32_t)((value + 32) >> 6) << 8 * i;
    }
    return pixel;
}

typedef struct {
    const uint8_t *top;
    int64_t stride, x, y;
} square;

static inline int is_clear(square one) { return !(two_at(one.top) | two_at(one.top + one.stride)); }

#if defined(__SSSE3__)
static inline __m128i column(square one) {
    return _mm_unpacklo_epi8(_mm_loadl_epi64((const void *)one.top), _mm_loadl_epi64((const void *)(one.top + one.stride)));
}

WIDE static inline __m256i twice(__m128i low, __m128i high) {
    return _mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1);
}

static inline __m128i downwards(square one) { return _mm_loadu_si128((const void *)shares[(one.y & (ONE - 1)) >> 9].down); }

static inline __m128i rightwards(square one, square two) {
    return both_of(shares[(one.x & (ONE - 1)) >> 9].right, shares[(two.x & (ONE - 1)) >> 9].right);
}
#endif

static inline uint64_t mixed_two(square one, square two) {
#if defined(__SSSE3__)
    const __m128i all = _mm_set1_epi16(128 * 128), small = _mm_set1_epi16(SMALL);
    __m128i first = _mm_maddubs_epi16(column(one), downwards(one)), second = _mm_maddubs_epi16(column(two), downwards(two));
    __m128i left = _mm_unpacklo_epi64(first, second), right = _mm_unpackhi_epi64(first, second);
    __m128i share = rightwards(one, two);
    left = _mm_mulhrs_epi16(left, _mm_sub_epi16(all, share)), right = _mm_mulhrs_epi16(right, share);
    __m128i value = _mm_mulhrs_epi16(_mm_add_epi16(left, right), small);
    return (uint64_t)_mm_cvtsi128_si64(_mm_packus_epi16(value, value));
#else
    uint64_t pixel = mixed(two_at(one.top), two_at(one.top + one.stride), share(one.x), share(one.y));
    return pixel | (uint64_t)mixed(two_at(two.top), two_at(two.top + two.stride), share(two.x), share(two.y)) << 32;
#endif
}

/* ---- a row through a turned picture ----------------------------------------------------- */

/* Narrow first to last to those n where low <= start + step * n < high; never beyond them. */
static void within(int64_t start, int64_t step, int64_t low, int64_t high, int64_t *first, int64_t *last) {
    if (step < 0) {
        int64_t other = 1 - high;
        high = 1 - low, low = other, start = -start, step = -step;
    }
    int64_t from = low - start, to = high - start;
    if (step == 0) {
        if (from > 0 || to <= 0) *first = *last;
        return;
    }
    from = from > 0 ? (from + step - 1) / step : 0;
    to = to > 0 ? (to + step - 1) / step : 0;
    if (from > *first) *first = from < *last ? from : *last;
    if (to < *last) *last = to > *first ? to : *first;
}

/* Neighbours x and x + 1 of a row; outside the picture there is nothing. */
static uint64_t pair(const picture *from, int64_t x, int64_t y) {
    if (y < 0 || y >= from->height || x < -1 || x >= from->width) return 0;
    const uint8_t *row = from->pixels + y * from->stride;
    uint32_t near = 0, far = 0;
    if (x >= 0) memcpy(&near, row + 4 * x, 4);
    if (x + 1 < from->width) memcpy(&far, row + 4 * (x + 1), 4);
    return near | (uint64_t)far << 32;
}

static line moved(line at, int64_t steps) {
    at.x += steps * at.step_x, at.y += steps * at.step_y;
    return at;
}

static void edge(const picture *from, line at, uint8_t *to, int64_t first, int64_t last, way how) {
    for (int64_t n = first; n < last; n++) {
        line here = moved(at, n);
        int64_t x = here.x >> 16, y = here.y >> 16;
        uint64_t top = pair(from, x, y), bottom = pair(from, x, y + 1);
        if (top | bottom) lay(how, to + 4 * n, mixed(top, bottom, share(here.x), share(here.y)));
    }
}

static inline square around(const picture *from, int64_t x, int64_t y) {
    return (square){from->pixels + (y >> 16) * from->stride + 4 * (x >> 16), from->stride, x, y};
}

#if defined(__SSSE3__)
/* Whether places in the picture, and four steps beyond it, fit in 31 bits, and a row in 15. */
static int is_near(const picture *from, line at) {
    const int64_t step = 1 << 26, far = 1 << 14;
    int is_slow = at.step_x < step && at.step_x > -step && at.step_y < step && at.step_y > -step;
    return is_slow && from->width < far && from->height < far && from->stride > 0 && from->stride < 2 * far;
}

/* Four neighbours of two pixels: above and below in turn. */
WIDE static inline __m256i columns_at(const uint8_t *one, const uint8_t *two, int64_t stride) {
    __m128i low = _mm_unpacklo_epi8(_mm_loadl_epi64((const void *)one), _mm_loadl_epi64((const void *)(one + stride)));
    __m128i high = _mm_unpacklo_epi8(_mm_loadl_epi64((const void *)two), _mm_loadl_epi64((const void *)(two + stride)));
    return twice(low, high);
}

/* The same as `inside` for NORMAL, four pixels at a time: the first two in the low half of each
 * register, the others in its high half. Gives the first pixel that is left. */
WIDE static int64_t inside_wide(const picture *from, line at, uint8_t *to, int64_t n, int64_t last, int opacity) {
    const __m256i all = _mm256_set1_epi16(128 * 128), small = _mm256_set1_epi16(SMALL), one = _mm256_set1_epi32(1);
    const __m256i part = _mm256_set1_epi32(127 << 9), least = _mm256_set1_epi32(128), most = _mm256_set1_epi32(255);
    const __m256i one_each = _mm256_broadcastsi128_si256(_mm_set1_epi16(0x0100));
    const __m256i two_each = _mm256_broadcastsi128_si256(_mm_set1_epi16(0x0504));
    const __m256i both_each = _mm256_broadcastsi128_si256(_mm_setr_epi16(0x0100, 0x0100, 0x0100, 0x0100, 0x0504, 0x0504, 0x0504, 0x0504));
    const __m256i order = _mm256_setr_epi32(0, 1, 0, 0, 2, 3, 0, 0), bytes = _mm256_set1_epi32((int32_t)from->stride | 4 << 16);
    line here = moved(at, n);
    __m256i x = _mm256_add_epi32(_mm256_set1_epi32((int32_t)here.x), _mm256_mullo_epi32(order, _mm256_set1_epi32((int32_t)here.step_x)));
    __m256i y = _mm256_add_epi32(_mm256_set1_epi32((int32_t)here.y), _mm256_mullo_epi32(order, _mm256_set1_epi32((int32_t)here.step_y)));
    const __m256i step_x = _mm256_set1_epi32((int32_t)(4 * here.step_x)), step_y = _mm256_set1_epi32((int32_t)(4 * here.step_y));
    for (; n + 4 <= last; n += 4) {
        __m256i spots = _mm256_madd_epi16(_mm256_blend_epi16(_mm256_srli_epi32(y, 16), x, 0xaa), bytes);
        uint64_t low = (uint64_t)_mm_cvtsi128_si64(_mm256_castsi256_si128(spots));
        uint64_t high = (uint64_t)_mm_cvtsi128_si64(_mm256_extracti128_si256(spots, 1));
        __m256i first = columns_at(from->pixels + (uint32_t)low, from->pixels + (uint32_t)high, from->stride);
        __m256i second = columns_at(from->pixels + (low >> 32), from->pixels + (high >> 32), from->stride);
        __m256i right_share = _mm256_max_epi16(_mm256_srli_epi32(_mm256_and_si256(x, part), 2), least);
        __m256i down_share = _mm256_max_epi16(_mm256_srli_epi32(_mm256_and_si256(y, part), 9), one);
        __m256i any = _mm256_or_si256(first, second);
        x = _mm256_add_epi32(x, step_x), y = _mm256_add_epi32(y, step_y);
        if (_mm256_testz_si256(any, any)) continue;
        down_share = _mm256_add_epi32(_mm256_mullo_epi16(down_share, most), least); /* 128 - down, and 256 times down */
        first = _mm256_maddubs_epi16(first, _mm256_shuffle_epi8(down_share, one_each));
        second = _mm256_maddubs_epi16(second, _mm256_shuffle_epi8(down_share, two_each));
        __m256i left = _mm256_unpacklo_epi64(first, second), right = _mm256_unpackhi_epi64(first, second);
        __m256i share = _mm256_shuffle_epi8(right_share, both_each);
        left = _mm256_mulhrs_epi16(left, _mm256_sub_epi16(all, share)), right = _mm256_mulhrs_epi16(right, share);
        lay_four(opacity, to + 4 * n, _mm256_mulhrs_epi16(_mm256_add_epi16(left, right), small));
    }
    return n;
}
#endif

/* All neighbours lie inside. */
static inline void inside(const picture *from, line at, uint8_t *to, int64_t first, int64_t last, way how) {
    int64_t n = first;
#if defined(__SSSE3__)
    if (is_wide && how.mode == NORMAL && is_near(from, at)) n = inside_wide(from, at, to, first, last, how.opacity);
#endif
    line here = moved(at, n);
    for (; n + 2 <= last; n += 2) {
        square one = around(from, here.x, here.y);
        square two = around(from, here.x + here.step_x, here.y + here.step_y);
        here.x += 2 * here.step_x, here.y += 2 * here.step_y;
        if (is_clear(one) && is_clear(two)) continue;
        uint64_t pixels = mixed_two(one, two);
        if (how.mode == NORMAL) {
            lay_two(how.opacity, to + 4 * n, pixels);
        } else {
            lay(how, to + 4 * n, (uint32_t)pixels);
            lay(how, to + 4 * n + 4, (uint32_t)(pixels >> 32));
        }
    }
    edge(from, at, to, n, last, how);
}

static void turned_row(const picture *from, line at, uint8_t *to, int64_t length, way how) {
    int64_t first = 0, last = length;
    within(at.x, at.step_x, 1 - ONE, (int64_t)from->width * ONE, &first, &last);
    within(at.y, at.step_y, 1 - ONE, (int64_t)from->height * ONE, &first, &last);
    int64_t begin = first, end = last;
    within(at.x, at.step_x, 0, (int64_t)(from->width - 1) * ONE, &begin, &end);
    within(at.y, at.step_y, 0, (int64_t)(from->height - 1) * ONE, &begin, &end);
    edge(from, at, to, first, begin, how);
    if (how.mode == NORMAL && how.opacity == FULL) inside(from, at, to, begin, end, (way){NORMAL, FULL});
    else inside(from, at, to, begin, end, how);
    edge(from, at, to, end, last, how);
}

/* ---- a row through a picture that is only scaled: down first, then right ----------------- */

#if defined(__SSSE3__)
WIDE static int64_t between_wide(const uint8_t *above, const uint8_t *below, int down, uint8_t *to, int64_t count) {
    const __m256i share = _mm256_set1_epi16((int16_t)(down << 8 | (128 - down))), part = _mm256_set1_epi16(PART);
    int64_t i = 0;
    for (; i + 32 <= count; i += 32) {
        __m256i top = _mm256_loadu_si256((const void *)(above + i)), bottom = _mm256_loadu_si256((const void *)(below + i));
        __m256i low = _mm256_maddubs_epi16(_mm256_unpacklo_epi8(top, bottom), share);
        __m256i high = _mm256_maddubs_epi16(_mm256_unpackhi_epi8(top, bottom), share);
        low = _mm256_mulhrs_epi16(low, part), high = _mm256_mulhrs_epi16(high, part);
        _mm256_storeu_si256((void *)(to + i), _mm256_packus_epi16(low, high));
    }
    return i;
}
#endif

static void between(const uint8_t *above, const uint8_t *below, int down, uint8_t *to, int64_t count) {
    int64_t i = 0;
#if defined(__SSSE3__)
    if (is_wide) i = between_wide(above, below, down, to, count);
    const __m128i share = _mm_set1_epi16((int16_t)(down << 8 | (128 - down))), part = _mm_set1_epi16(PART);
    for (; i + 16 <= count; i += 16) {
        __m128i top = _mm_loadu_si128((const __m128i *)(above + i)), bottom = _mm_loadu_si128((const __m128i *)(below + i));
        __m128i low = _mm_maddubs_epi16(_mm_unpacklo_epi8(top, bottom), share);
        __m128i high = _mm_maddubs_epi16(_mm_unpackhi_epi8(top, bottom), share);
        low = _mm_mulhrs_epi16(low, part), high = _mm_mulhrs_epi16(high, part);
        _mm_storeu_si128((__m128i *)(to + i), _mm_packus_epi16(low, high));
    }
#endif
    for (; i < count; i++) to[i] = (uint8_t)((above[i] * (128 - down) + below[i] * down + 64) >> 7);
}

/* Both pixels, each between a pair of neighbours; shares: for left and right, four times. */
static inline uint64_t across(uint64_t one, uint64_t two, const uint64_t *share) {
#if defined(__SSSE3__)
    const __m128i together = _mm_setr_epi8(0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15);
    __m128i both = _mm_unpacklo_epi64(_mm_cvtsi64_si128((int64_t)one), _mm_cvtsi64_si128((int64_t)two));
    __m128i sum = _mm_maddubs_epi16(_mm_shuffle_epi8(both, together), _mm_loadu_si128((const void *)share));
    sum = _mm_mulhrs_epi16(sum, _mm_set1_epi16(PART));
    return (uint64_t)_mm_cvtsi128_si64(_mm_packus_epi16(sum, sum));
#else
    uint64_t pixels = 0;
    for (int i = 0; i < 4; i++) {
        uint64_t a = (one >> 8 * i & 255) * (share[0] & 255) + (one >> (32 + 8 * i) & 255) * (share[0] >> 8 & 255);
        uint64_t b = (two >> 8 * i & 255) * (share[1] & 255) + (two >> (32 + 8 * i) & 255) * (share[1] >> 8 & 255);
        pixels |= (a + 64) >> 7 << 8 * i | (b + 64) >> 7 << (32 + 8 * i);
    }
    return pixels;
#endif
}

typedef struct {
    const picture *of;
    int64_t first, last; /* of a row's pixels, those between two columns of the picture */
    int64_t left, right; /* columns of the picture */
    int32_t spot[WIDEST + 2]; /* bytes from the left column */
    uint64_t share[WIDEST + 2];
    uint8_t pick[8 * (WIDEST + 2)]; /* for PSHUFB: both neighbours of two pixels, from the first one's spot */
    uint8_t row[4 * (WIDEST + 2) + 32];
    int close; /* no two pixels are further apart than that reaches */
} columns;

static void find_columns(const picture *from, line at, int64_t length, columns *all) {
    all->of = from, all->first = 0, all->last = length;
    within(at.x, at.step_x, 0, (int64_t)(from->width - 1) * ONE, &all->first, &all->last);
    all->left = moved(at, all->first).x >> 16, all->right = (moved(at, all->last - 1).x >> 16) + 2;
    for (int64_t n = all->first; n < all->last; n++) {
        int64_t x = moved(at, n).x;
        uint64_t right = (uint64_t)share(x), both = right << 8 | (128 - right);
        all->spot[n] = (int32_t)(4 * ((x >> 16) - all->left));
        all->share[n] = both * UINT64_C(0x0001000100010001);
    }
    all->close = at.step_x <= 2 * ONE;
    for (int64_t n = all->first; n + 2 <= all->last && all->close; n += 2)
        for (int i = 0; i < 16; i++) {
            int from_first = i < 8 ? 0 : all->spot[n + 1] - all->spot[n];
            all->pick[8 * (n - all->first) + i] = (uint8_t)(from_first + (i & 7) / 2 + 4 * (i & 1));
        }
}

#if defined(__SSSE3__)
/* Two pixels from either spot, each between a pair of neighbours, as words. */
WIDE static inline __m256i across_four(const columns *all, int64_t n) {
    const uint8_t *one = all->row + all->spot[n], *two = all->row + all->spot[n + 2];
    __m256i both = twice(_mm_loadu_si128((const void *)one), _mm_loadu_si128((const void *)two));
    both = _mm256_shuffle_epi8(both, _mm256_loadu_si256((const void *)(all->pick + 8 * (n - all->first))));
    __m256i sum = _mm256_maddubs_epi16(both, _mm256_loadu_si256((const void *)(all->share + n)));
    return _mm256_mulhrs_epi16(sum, _mm256_set1_epi16(PART));
}

/* Pixels of a row, eight at a time; gives the first that is left. */
WIDE static int64_t across_wide(const columns *all, uint8_t *to, int64_t n, int64_t last) {
    for (; n + 8 <= last; n += 8) {
        __m256i bytes = _mm256_packus_epi16(across_four(all, n), across_four(all, n + 4));
        _mm256_storeu_si256((void *)(to + 4 * n), _mm256_permute4x64_epi64(bytes, 0xd8));
    }
    return n;
}
#endif

/* An opaque picture, seen whole. */
static void upright_row(const picture *from, line at, uint8_t *to, int64_t length, columns *all) {
    int64_t y = at.y >> 16, n = all->first, last = all->last;
    way how = {NORMAL, FULL};
    if (y < 0 || y + 1 >= from->height || last <= n) {
        turned_row(from, at, to, length, how);
        return;
    }
    const uint8_t *above = from->pixels + y * from->stride + 4 * all->left;
    between(above, above + from->stride, share(at.y), all->row, 4 * (all->right - all->left));
    edge(from, at, to, 0, n, how);
#if defined(__SSSE3__)
    if (is_wide && all->close) n = across_wide(all, to, n, last);
#endif
    for (; n + 2 <= last; n += 2) {
        uint64_t pixels = across(two_at(all->row + all->spot[n]), two_at(all->row + all->spot[n + 1]), all->share + n);
        memcpy(to + 4 * n, &pixels, 8);
    }
    if (n < last) {
        uint64_t one = two_at(all->row + all->spot[n]), twice[2] = {all->share[n], all->share[n]};
        uint32_t pixel = (uint32_t)across(one, one, twice);
        memcpy(to + 4 * n, &pixel, 4);
    }
    edge(from, at, to, last, length, how);
}

/* ---- a row of a picture that lies pixel on pixel ----------------------------------------- */

#if defined(__SSSE3__)
WIDE static int64_t plain_wide(const uint8_t *pixels, uint8_t *to, int64_t n, int64_t last, int opacity) {
    for (; n + 4 <= last; n += 4) {
        __m128i four = _mm_loadu_si128((const void *)(pixels + 4 * n));
        if (!_mm_testz_si128(four, four)) lay_four(opacity, to + 4 * n, _mm256_cvtepu8_epi16(four));
    }
    return n;
}
#endif

static void plain_row(const picture *from, line at, uint8_t *to, int64_t length, way how) {
    int64_t first = 0, last = length;
    int64_t y = at.y >> 16;
    if (y < 0 || y >= from->height) return;
    within(at.x, ONE, 0, (int64_t)from->width * ONE, &first, &last);
    const uint8_t *pixels = from->pixels + y * from->stride + 4 * (at.x >> 16);
    if (from->opaque && how.mode == NORMAL && how.opacity == FULL) {
        if (last > first) memcpy(to + 4 * first, pixels + 4 * first, (size_t)(4 * (last - first)));
        return;
    }
    int64_t n = first;
#if defined(__SSSE3__)
    if (is_wide && how.mode == NORMAL) n = plain_wide(pixels, to, first, last, how.opacity);
#endif
    if (how.mode == NORMAL)
        for (; n + 2 <= last; n += 2) {
            uint64_t both = two_at(pixels + 4 * n);
            if (both) lay_two(how.opacity, to + 4 * n, both);
        }
    for (; n < last; n++) {
        uint32_t pixel;
        memcpy(&pixel, pixels + 4 * n, 4);
        if (pixel) lay(how, to + 4 * n, pixel);
    }
}

/* ---- a picture on a canvas ---------------------------------------------------------------- */

typedef struct {
    picture from;
    double back[6];     /* from canvas to picture: x = [0] x' + [2] y' + [4], y = [1] x' + [3] y' + [5]; edges of pixels are whole numbers */
    int32_t mode, opacity; /* opacity of FULL */
    int32_t left, top, right, bottom; /* no pixel of it is outside */
} layer;

static int64_t fixed(double value) { return (int64_t)floor(value * ONE + 0.5); }

static int32_t most(int32_t a, int32_t b) { return a > b ? a : b; }
static int32_t least(int32_t a, int32_t b) { return a < b ? a : b; }

/* all: found for a layer once, for it has the same ones in all bands of rows. */
static void draw(const layer *one, canvas to, columns *all) {
    const picture *from = &one->from;
    const double *m = one->back;
    way how = {(enum mode)one->mode, one->opacity};
    to.left = most(to.left, one->left), to.right = least(to.right, one->right);
    to.top = most(to.top, one->top), to.bottom = least(to.bottom, one->bottom);
    int64_t length = to.right - to.left;
    if (length <= 0) return;
    int straight = m[1] == 0 && m[2] == 0 && m[0] > 0;
    int upright = straight && from->opaque && how.mode == NORMAL && how.opacity == FULL && from->width <= WIDEST && length <= WIDEST;
    for (int i = 0; i < 4; i++)
        if (!(fabs(m[i]) < FAR)) return;
    for (int32_t y = to.top; y < to.bottom; y++) {
        double u = m[0] * 0.5 + m[2] * (y + 0.5) + m[4] - 0.5, v = m[1] * 0.5 + m[3] * (y + 0.5) + m[5] - 0.5;
        if (!(fabs(u) < FAR && fabs(v) < FAR)) continue;
        line at = moved((line){fixed(u), fixed(v), fixed(m[0]), fixed(m[1])}, to.left); /* no clip moves a pixel */
        uint8_t *pixels = to.pixels + y * to.stride + 4 * (int64_t)to.left;
        if (straight && at.step_x == ONE && m[3] == 1 && !((at.x | at.y) & (ONE - 1))) plain_row(from, at, pixels, length, how);
        else if (upright) {
            if (all->of != from) find_columns(from, at, length, all);
            upright_row(from, at, pixels, length, all);
        } else turned_row(from, at, pixels, length, how);
    }
}

/* ---- video planes: BT.709, limited range, chroma from the mean of 2 by 2 pixels ----------- */

enum { /* times 32768; U and V have sums of four pixels */
    YR = 5983, YG = 20127, YB = 2032, Y0 = (16 << 15) + (1 << 14),
    UR = -3298, UG = -11094, UB = 14392, VR = 14392, VG = -13073, VB = -1319,
    C0 = (128 << 17) + (1 << 16),
};

#if defined(__SSSE3__)
WIDE static inline __m256i two_words(int a, int b) { return _mm256_set1_epi32((a & 0xffff) | b << 16); }

/* Eight pixels' blue and red, and their green and alpha. */
typedef struct {
    __m256i br, ga;
} eight;

WIDE static inline eight eight_at(const uint8_t *pixels) {
    __m256i all = _mm256_loadu_si256((const void *)pixels);
    return (eight){_mm256_and_si256(all, _mm256_set1_epi16(255)), _mm256_srli_epi16(all, 8)};
}

/* Weighed sums, as many bits too large as `down` says. */
WIDE static inline __m256i weighed(eight of, int b, int g, int r, int zero, int down) {
    __m256i sum = _mm256_add_epi32(_mm256_madd_epi16(of.br, two_words(b, r)), _mm256_madd_epi16(of.ga, two_words(g, 0)));
    return _mm256_srli_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(zero)), down);
}

WIDE static inline void luma_sixteen(eight one, eight two, uint8_t *to) {
    __m256i sums = _mm256_packs_epi32(weighed(one, YB, YG, YR, Y0, 15), weighed(two, YB, YG, YR, Y0, 15));
    sums = _mm256_permute4x64_epi64(_mm256_packus_epi16(sums, sums), 0x08);
    sums = _mm256_shuffle_epi32(sums, 0xd8);
    _mm_storeu_si128((__m128i *)to, _mm256_castsi256_si128(sums));
}

/* Every second pixel of sixteen, and the one after it, together. */
WIDE static inline __m256i side_by_side(__m256i one, __m256i two) {
    __m256 a = _mm256_castsi256_ps(one), b = _mm256_castsi256_ps(two);
    __m256 even = _mm256_shuffle_ps(a, b, 0x88), odd = _mm256_shuffle_ps(a, b, 0xdd);
    return _mm256_add_epi16(_mm256_castps_si256(even), _mm256_castps_si256(odd));
}

WIDE static inline eight below_each_other(eight one, eight two) {
    return (eight){_mm256_add_epi16(one.br, two.br), _mm256_add_epi16(one.ga, two.ga)};
}

/* Two rows of pixels, sixteen columns at a time; gives the first column that is left. */
WIDE static int64_t planes_wide(const uint8_t *above, const uint8_t *below, uint8_t *y, uint8_t *next_y, uint8_t *u, uint8_t *v, int64_t width) {
    int64_t x = 0;
    for (; x + 16 <= width; x += 16) {
        eight a = eight_at(above + 4 * x), b = eight_at(above + 4 * x + 32), c = eight_at(below + 4 * x), d = eight_at(below + 4 * x + 32);
        luma_sixteen(a, b, y + x), luma_sixteen(c, d, next_y + x);
        a = below_each_other(a, c), b = below_each_other(b, d);
        eight sums = {side_by_side(a.br, b.br), side_by_side(a.ga, b.ga)};
        __m256i both = _mm256_packs_epi32(weighed(sums, UB, UG, UR, C0, 17), weighed(sums, VB, VG, VR, C0, 17));
        both = _mm256_packus_epi16(both, both); /* u 0 1 4 5, v 0 1 4 5 | u 2 3 6 7, v 2 3 6 7 */
        __m128i bytes = _mm_unpacklo_epi16(_mm256_castsi256_si128(both), _mm256_extracti128_si256(both, 1));
        _mm_storel_epi64((__m128i *)(u + x / 2), bytes);
        _mm_storel_epi64((__m128i *)(v + x / 2), _mm_unpackhi_epi64(bytes, bytes));
    }
    return x;
}
#endif

static void luma(const uint8_t *pixels, uint8_t *to, int64_t x, int64_t width) {
#if defined(__SSSE3__)
    const __m128i none = _mm_setzero_si128(), shift = _mm_set1_epi32(Y0);
    const __m128i shares = _mm_setr_epi16(YB, YG, YR, 0, YB, YG, YR, 0);
    for (; x + 8 <= width; x += 8) {
        __m128i one = _mm_loadu_si128((const __m128i *)(pixels + 4 * x)), two = _mm_loadu_si128((const __m128i *)(pixels + 4 * x + 16));
        __m128i a = _mm_madd_epi16(_mm_unpacklo_epi8(one, none), shares), b = _mm_madd_epi16(_mm_unpackhi_epi8(one, none), shares);
        __m128i c = _mm_madd_epi16(_mm_unpacklo_epi8(two, none), shares), d = _mm_madd_epi16(_mm_unpackhi_epi8(two, none), shares);
        a = _mm_srli_epi32(_mm_add_epi32(_mm_hadd_epi32(a, b), shift), 15);
        c = _mm_srli_epi32(_mm_add_epi32(_mm_hadd_epi32(c, d), shift), 15);
        _mm_storel_epi64((__m128i *)(to + x), _mm_packus_epi16(_mm_packs_epi32(a, c), none));
    }
#endif
    for (; x < width; x++) {
        const uint8_t *p = pixels + 4 * x;
        to[x] = (uint8_t)((YR * p[2] + YG * p[1] + YB * p[0] + Y0) >> 15);
    }
}

static void chroma(const uint8_t *above, const uint8_t *below, uint8_t *u, uint8_t *v, int64_t x, int64_t half) {
#if defined(__SSSE3__)
    const __m128i none = _mm_setzero_si128(), shift = _mm_set1_epi32(C0);
    const __m128i u_shares = _mm_setr_epi16(UB, UG, UR, 0, UB, UG, UR, 0), v_shares = _mm_setr_epi16(VB, VG, VR, 0, VB, VG, VR, 0);
    for (; x + 4 <= half; x += 4) {
        __m128i sums[2];
        for (int i = 0; i < 2; i++) {
            __m128i top = _mm_loadu_si128((const __m128i *)(above + 8 * x + 16 * i)), bottom = _mm_loadu_si128((const __m128i *)(below + 8 * x + 16 * i));
            __m128i low = _mm_add_epi16(_mm_unpacklo_epi8(top, none), _mm_unpacklo_epi8(bottom, none));
            __m128i high = _mm_add_epi16(_mm_unpackhi_epi8(top, none), _mm_unpackhi_epi8(bottom, none));
            sums[i] = _mm_add_epi16(_mm_unpacklo_epi64(low, high), _mm_unpackhi_epi64(low, high));
        }
        __m128i us = _mm_hadd_epi32(_mm_madd_epi16(sums[0], u_shares), _mm_madd_epi16(sums[1], u_shares));
        __m128i vs = _mm_hadd_epi32(_mm_madd_epi16(sums[0], v_shares), _mm_madd_epi16(sums[1], v_shares));
        us = _mm_srli_epi32(_mm_add_epi32(us, shift), 17), vs = _mm_srli_epi32(_mm_add_epi32(vs, shift), 17);
        uint64_t both = (uint64_t)_mm_cvtsi128_si64(_mm_packus_epi16(_mm_packs_epi32(us, vs), none));
        memcpy(u + x, &both, 4);
        both >>= 32;
        memcpy(v + x, &both, 4);
    }
#endif
    for (; x < half; x++) {
        const uint8_t *p = above + 8 * x, *q = below + 8 * x;
        int32_t b = p[0] + p[4] + q[0] + q[4], g = p[1] + p[5] + q[1] + q[5], r = p[2] + p[6] + q[2] + q[6];
        u[x] = (uint8_t)((UR * r + UG * g + UB * b + C0) >> 17);
        v[x] = (uint8_t)((VR * r + VG * g + VB * b + C0) >> 17);
    }
}

typedef struct {
    uint8_t *y, *u, *v; /* of the whole canvas */
    int64_t y_stride, c_stride;
} planes;

/* The part of a canvas that may be painted, as planes: even edges, opaque pixels. */
static void convert(const canvas *from, const planes *to) {
    int32_t width = from->right - from->left;
    for (int32_t n = from->top; n < from->bottom; n += 2) {
        const uint8_t *above = from->pixels + n * from->stride + 4 * (int64_t)from->left, *below = above + from->stride;
        uint8_t *upper = to->y + n * to->y_stride + from->left, *lower = upper + to->y_stride;
        int64_t spot = n / 2 * to->c_stride + from->left / 2, x = 0;
#if defined(__SSSE3__)
        if (is_wide) x = planes_wide(above, below, upper, lower, to->u + spot, to->v + spot, width);
#endif
        luma(above, upper, x, width), luma(below, lower, x, width);
        chroma(above, below, to->u + spot, to->v + spot, x / 2, width / 2);
    }
}

/* ---- doors ------------------------------------------------------------------------------- */

enum { BAND = 32 }; /* rows that stay near the processor until all is done to them */

/* Lay pictures, lowest first, on the part of a canvas that may be painted.
 *
 * ground: pixels like the canvas's to lay below them, or none. out: planes that show the outcome, or none. */
DOOR void kindreel_paint(const layer *layers, int32_t count, const canvas *to, const uint8_t *ground, const planes *out) {
    columns all;
    all.of = NULL;
    for (canvas band = *to; band.top < to->bottom; band.top = band.bottom) {
        band.bottom = least(band.top + BAND, to->bottom);
        for (int32_t y = band.top; ground && y < band.bottom; y++) {
            int64_t spot = y * to->stride + 4 * (int64_t)to->left;
            memcpy(to->pixels + spot, ground + spot, 4 * (size_t)(to->right - to->left));
        }
        for (int32_t i = 0; i < count; i++) draw(layers + i, band, &all);
        if (out) convert(&band, out);
    }
}

/* Do without AVX2 (0), or take it again where there is any (1); whether it is taken now. */
DOOR int32_t kindreel_wide(int32_t wanted) {
#if defined(__SSSE3__)
    is_wide = wanted && has_avx2();
    return is_wide;
#else
    (void)wanted;
    return 0;
#endif
}
