using System.Text;
using MCU.Integration.Adapters.Tests.Stand;
using MCU.Integration.Pipeline.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace MCU.Integration.Adapters.Tests.Attachments;

public sealed class AttachmentFetcherTests
{
    private static readonly byte[] Content = Encoding.ASCII.GetBytes("the photo");

    [Fact]
    public async Task Fetch_SeveralAtOnce_DownloadsOnceSignedIn()
    {
        await using var stand = await StartAsync();
        stand.System.Answer = (_, context) => context.Response.Body.WriteAsync(Content).AsTask();
        var row = stand.Files.Add(Row("/files/1"));

        var fetches = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => FetchAsync(stand, row)));

        fetches.ShouldAllBe(fetch => fetch.BlobHash == MemoryFiles.Hash(Content));
        stand.System.Log.ShouldHaveSingleItem().Headers["Authorization"].ShouldStartWith("Basic ");
        (await stand.Files.FindAsync(row.Id, CancellationToken.None))!.Size.ShouldBe(Content.Length);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(302, true)]
    [InlineData(403, false)]
    [InlineData(500, false)]
    public async Task Fetch_Refused_IsFinalOnlyWhenAskingAgainIsOfNoUse(int status, bool final)
    {
        await using var stand = await StartAsync();
        stand.System.Script((status, null));
        var row = stand.Files.Add(Row("/files/1"));

        var fetch = await FetchAsync(stand, row);

        (fetch.BlobHash, fetch.Problem, fetch.Final).ShouldBe((null, $"status_{status}", final));
        (await stand.Files.FindAsync(row.Id, CancellationToken.None))!.Problem.ShouldBe(final ? $"status_{status}" : null);
    }

    [Fact]
    public async Task Fetch_OtherContentThanPromised_IsNotTaken()
    {
        await using var stand = await StartAsync();
        stand.System.Answer = (_, context) => context.Response.Body.WriteAsync(Content).AsTask();

        var fetch = await FetchAsync(stand, stand.Files.Add(Row("/files/1") with { Sha256 = new string('0', 64) }));

        (fetch.Problem, fetch.Final).ShouldBe(("hash_differs", true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fetch_TooLarge_IsNotTaken(bool lengthIsSaid)
    {
        await using var stand = await StartAsync();
        stand.System.Answer = async (_, context) =>
        {
            context.Response.ContentLength = lengthIsSaid ? 101 : null;
            await context.Response.Body.WriteAsync(new byte[50]);
            await context.Response.Body.FlushAsync();
            await context.Response.Body.WriteAsync(new byte[51]);
        };

        var fetch = await FetchAsync(stand, stand.Files.Add(Row("/files/1")));

        (fetch.Problem, fetch.Final).ShouldBe(("too_large", true));
    }

    [Fact]
    public async Task Fetch_AddressOfAnotherSystem_GetsNoCredentials()
    {
        await using var stand = await StartAsync();
        await using var elsewhere = await OutsideSystem.StartAsync();

        var fetch = await FetchAsync(stand, stand.Files.Add(Row(elsewhere.Address + "files/1")));

        (fetch.Problem, fetch.Final).ShouldBe(("address_outside_base", true));
        elsewhere.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fetch_DownloadBreaksOff_IsTriedAgainLater()
    {
        await using var stand = await StartAsync();
        stand.System.Answer = async (_, context) =>
        {
            context.Response.ContentLength = 90;
            await context.Response.Body.WriteAsync(new byte[10]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

        var fetch = await FetchAsync(stand, stand.Files.Add(Row("/files/1")));

        fetch.BlobHash.ShouldBeNull();
        fetch.Final.ShouldBeFalse();
    }

    private static Task<AdapterStand> StartAsync() => AdapterStand.StartAsync("""
        {
          "key": "sed", "title": "СЭД", "auth": { "kind": "basic" }, "attachments": { "maxSize": 100 },
          "documents": { "card": { "title": "Карточка", "direction": "out", "schema": "card" } }
        }
        """);

    private static AttachmentRow Row(string url) => MemoryFiles.Row("photo.jpg", url) with { Adapter = "sed" };

    private static Task<AttachmentFetch> FetchAsync(AdapterStand stand, AttachmentRow row) =>
        stand.Services.GetRequiredService<IAttachmentFetcher>().FetchAsync(row.Id, CancellationToken.None);
}
