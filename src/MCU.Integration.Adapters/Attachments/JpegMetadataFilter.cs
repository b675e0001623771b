using System.Buffers.Binary;

namespace MCU.Integration.Adapters.Attachments;

/// <summary>
/// Removes from a JPEG what tells where, when and with what it was taken: EXIF, XMP, IPTC, comments, and whatever follows the picture (motion
/// photos, second pictures with an EXIF of their own). Pixels and colour profile stay untouched; the orientation is kept, or photos would lie on their side.
/// </summary>
/// <remarks>Segments after ITU-T T.81 Annex B; the orientation tag after Exif 2.3 §4.6.4.</remarks>
public static class JpegMetadataFilter
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;
    private const ushort OrientationTag = 0x0112;

    private static ReadOnlySpan<byte> ExifHeader => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> IccHeader => "ICC_PROFILE\0"u8;

    public static bool IsJpeg(ReadOnlySpan<byte> content) => content is [0xFF, StartOfImage, 0xFF, ..];

    /// <summary>Writes the picture without its metadata.</summary>
    /// <exception cref="InvalidDataException">It is no well-formed JPEG, so nothing can be promised about what it carries.</exception>
    public static void Filter(ReadOnlySpan<byte> jpeg, Stream output)
    {
        if (!IsJpeg(jpeg))
        {
            throw new InvalidDataException("This is no JPEG.");
        }

        output.Write(jpeg[..2]);
        var at = 2;
        var oriented = false;
        while (true)
        {
            var marker = ReadMarker(jpeg, ref at);
            if (marker == EndOfImage)
            {
                output.Write([0xFF, EndOfImage]);
                return;
            }

            if (IsStandalone(marker))
            {
                output.Write([0xFF, marker]);
                continue;
            }

            var segment = ReadSegment(jpeg, ref at);
            if (marker == App1 && !oriented && Orientation(segment) is > 1 and <= 8 and var orientation)
            {
                WriteOrientation(output, orientation);
                oriented = true;
            }

            if (IsKept(marker, segment))
            {
                WriteSegment(output, marker, segment);
            }

            if (marker == StartOfScan)
            {
                var end = EndOfScan(jpeg, at);
                output.Write(jpeg[at..end]);
                at = end;
            }
        }
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        App0 => segment.StartsWith("JFIF\0"u8),
        App2 => segment.StartsWith(IccHeader),
        App14 => segment.StartsWith("Adobe"u8),
        >= App1 and <= App15 or Comment => false,
        _ => true,
    };

    private static byte ReadMarker(ReadOnlySpan<byte> jpeg, ref int at)
    {
        if (at + 1 >= jpeg.Length || jpeg[at] != 0xFF)
        {
            throw new InvalidDataException("A marker is expected.");
        }

        // Any number of fill bytes may stand before a marker.
        while (at < jpeg.Length && jpeg[at] == 0xFF)
        {
            at++;
        }

        return at < jpeg.Length && jpeg[at] != 0 ? jpeg[at++] : throw new InvalidDataException("A marker is expected.");
    }

    private static ReadOnlySpan<byte> ReadSegment(ReadOnlySpan<byte> jpeg, ref int at)
    {
        if (at + 2 > jpeg.Length)
        {
            throw new InvalidDataException("A segment is cut off.");
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[at..]);
        if (length < 2 || at + length > jpeg.Length)
        {
            throw new InvalidDataException("A segment is cut off.");
        }

        var segment = jpeg.Slice(at + 2, length - 2);
        at += length;
        return segment;
    }

    // RSTn and TEM stand alone.
    private static bool IsStandalone(byte marker) => marker is (>= 0xD0 and <= 0xD7) or 0x01;

    // Within the coded data, FF 00 is a stuffed byte and FF D0–D7 are restarts; anything else begins the next segment.
    private static int EndOfScan(ReadOnlySpan<byte> jpeg, int at)
    {
        while (true)
        {
            var next = jpeg[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= jpeg.Length)
            {
                throw new InvalidDataException("The picture is cut off.");
            }

            at += next;
            var following = jpeg[at + 1];
            if (following is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += 2;
        }
    }

    private static int Orientation(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith(ExifHeader))
        {
            return 0;
        }

        var tiff = segment[ExifHeader.Length..];
        if (tiff.Length < 8 || !(tiff[..2].SequenceEqual("II"u8) || tiff[..2].SequenceEqual("MM"u8)))
        {
            return 0;
        }

        var little = tiff[0] == (byte)'I';
        var directory = Long(tiff[4..], little);
        if (directory > (uint)tiff.Length - 2)
        {
            return 0;
        }

        var entries = tiff[(int)directory..];
        var count = Short(entries, little);
        for (var i = 0; i < count && 2 + ((i + 1) * 12) <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + (i * 12), 12);
            if (Short(entry, little) == OrientationTag)
            {
                return Short(entry[8..], little);
            }
        }

        return 0;
    }

    private static void WriteOrientation(Stream output, int orientation) =>
        WriteSegment(output, App1, [.. ExifHeader, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]);

    private static void WriteSegment(Stream output, byte marker, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        output.Write(head);
        output.Write(segment);
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
