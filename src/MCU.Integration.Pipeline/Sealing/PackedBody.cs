using System.Buffers.Binary;
using System.IO.Compression;

namespace MCU.Integration.Pipeline.Sealing;

/// <summary>
/// What is sealed: a format byte, then the body as it is, or its length (32-bit, little-endian) and the body under Brotli. Journals and states shrink to a
/// fifth; a database can no longer do that for what is encrypted.
/// </summary>
internal static class PackedBody
{
    private const byte Plain = 0;
    private const byte Brotli = 1;
    private const int LengthSize = sizeof(int);
    private const int WorthPacking = 256;

    // The fastest of Brotli; the larger ones cost more processor time than the disk gets back.
    private const int Quality = 1;
    private const int Window = 16;

    /// <param name="mayShrink">False for what is compressed already: photographs, documents.</param>
    public static byte[] Pack(ReadOnlySpan<byte> body, bool mayShrink)
    {
        if (mayShrink && body.Length >= WorthPacking)
        {
            var packed = new byte[1 + LengthSize + (body.Length * 7 / 8)];
            if (BrotliEncoder.TryCompress(body, packed.AsSpan(1 + LengthSize), out var written, Quality, Window))
            {
                packed[0] = Brotli;
                BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), body.Length);
                return packed[..(1 + LengthSize + written)];
            }
        }

        var result = new byte[1 + body.Length];
        result[0] = Plain;
        body.CopyTo(result.AsSpan(1));
        return result;
    }

    /// <exception cref="InvalidDataException">Not packed by <see cref="Pack"/>.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        if (packed is [Plain, ..])
        {
            return packed[1..];
        }

        if (packed is not [Brotli, _, _, _, _, ..])
        {
            throw new InvalidDataException("The body has an unknown format: it was sealed by a newer hub.");
        }

        var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan(1))];
        return BrotliDecoder.TryDecompress(packed.AsSpan(1 + LengthSize), body, out var written) && written == body.Length
            ? body
            : throw new InvalidDataException("The packed body is incomplete.");
    }
}
