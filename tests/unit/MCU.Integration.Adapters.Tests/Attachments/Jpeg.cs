using System.Text;

namespace MCU.Integration.Adapters.Tests.Attachments;

/// <summary>Builds small JPEGs: well-formed in their segments, which is all that the filter looks at.</summary>
internal static class Jpeg
{
    private static readonly byte[] Start = [0xFF, 0xD8];
    private static readonly byte[] End = [0xFF, 0xD9];

    // Quantisation table, frame, Huffman table, scan with stuffed bytes and a restart marker.
    private static readonly byte[] Picture =
    [
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        .. Segment(0xC4, new byte[20]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0x00,
    ];

    public static byte[] Build(params byte[][] segments) => [.. Start, .. segments.SelectMany(segment => segment), .. Picture, .. End];

    public static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    public static byte[] Comment(string text) => Segment(0xFE, Encoding.UTF8.GetBytes(text));

    /// <summary>Little-endian EXIF with an orientation and a text after the directory.</summary>
    public static byte[] Exif(int orientation, string secret) => Segment(
        0xE1,
        [
            .. "Exif\0\0"u8, (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 2, 0,
            0x0F, 0x01, 2, 0, 4, 0, 0, 0, (byte)'C', (byte)'a', (byte)'m', 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0, 0, 0, 0, .. Encoding.UTF8.GetBytes(secret),
        ]);

    public static byte[] OrientationOnly(int orientation) => Segment(
        0xE1,
        [.. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]);
}
