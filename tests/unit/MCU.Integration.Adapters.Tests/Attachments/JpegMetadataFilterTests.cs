using System.Text;
using MCU.Integration.Adapters.Attachments;

namespace MCU.Integration.Adapters.Tests.Attachments;

public sealed class JpegMetadataFilterTests
{
    [Fact]
    public void Filter_Metadata_IsGoneAndThePictureIsTheSame()
    {
        var icc = Jpeg.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9]);
        var photo = Jpeg.Build(
            Jpeg.Exif(1, "GPS"),
            Jpeg.Segment(0xE1, Encoding.ASCII.GetBytes("http://ns.adobe.com/xap/1.0/\0<xmp/>")),
            Jpeg.Segment(0xED, Encoding.ASCII.GetBytes("Photoshop 3.0\0")),
            Jpeg.Segment(0xE2, Encoding.ASCII.GetBytes("MPF\0second picture")),
            Jpeg.Comment("Иванов"),
            icc);

        Filter(photo).ShouldBe(Jpeg.Build(icc));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void Filter_TurnedPhoto_KeepsItsOrientationOnly(int orientation) => Filter(Jpeg.Build(Jpeg.Exif(orientation, "GPS"))).ShouldBe(Jpeg.Build(Jpeg.OrientationOnly(orientation)));

    [Fact]
    public void Filter_WhatFollowsThePicture_IsCutOff() => Filter([.. Jpeg.Build(), .. Encoding.ASCII.GetBytes("ftypmp42 with a place")]).ShouldBe(Jpeg.Build());

    [Fact]
    public void Filter_CleanPicture_IsUnchanged() => Filter(Jpeg.Build()).ShouldBe(Jpeg.Build());

    [Fact]
    public void Filter_CutOffAnywhere_IsRefused()
    {
        var photo = Jpeg.Build(Jpeg.Exif(6, "GPS"));

        for (var length = 0; length < photo.Length; length++)
        {
            var part = photo[..length];
            Should.Throw<InvalidDataException>(() => Filter(part), $"{length} bytes");
        }
    }

    [Fact]
    public void Filter_ExifThatPointsNowhere_IsDropped()
    {
        var odd = Jpeg.Segment(0xE1, [.. "Exif\0\0II"u8, 42, 0, 0xFF, 0xFF, 0xFF, 0xFF]);

        Filter(Jpeg.Build(odd)).ShouldBe(Jpeg.Build());
    }

    private static byte[] Filter(byte[] photo)
    {
        using var output = new MemoryStream();
        JpegMetadataFilter.Filter(photo, output);
        return output.ToArray();
    }
}
