using System.Text;
using System.Text.Json;
using MCU.Integration.Adapters.Tests.Attachments;
using MCU.Integration.Adapters.Tests.Stand;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Tests.Deliveries;

public sealed class HttpTransportTests : TransportCompliance
{
    private const string Uploads = """
        {
          "key": "sed", "title": "СЭД",
          "documents": { "card": { "title": "Карточка", "direction": "out", "schema": "sed.card" } },
          "operations": {
            "answer": {
              "title": "Ответ", "document": "card", "record": "card", "recordId": "{/card}", "effectOnce": "header",
              "steps": [
                { "name": "file", "forEach": "/files", "path": "/files", "upload": { "attachment": "{item/id}" }, "result": { "id": "/id" } },
                { "name": "answer", "path": "/answers", "omit": ["/files"], "set": { "/answer_files": "{step.file[].id}" } }
              ]
            },
            "binary": {
              "title": "Файл", "document": "card", "record": "card", "recordId": "{/card}", "effectOnce": "header",
              "steps": [{ "name": "file", "method": "PUT", "path": "/content", "upload": { "kind": "binary", "attachment": "{/file}" } }]
            }
          }
        }
        """;

    protected override Task<AdapterStand> StartAsync(params (string Key, string? Value)[] settings) => AdapterStand.StartAsync(Manifest, settings);

    [Fact]
    public async Task Deliver_FilesThenAnswer_UploadsAndRefersToThem()
    {
        await using var stand = await AdapterStand.StartAsync(Uploads);
        stand.System.Script((201, """{"id":11}"""), (201, """{"id":12}"""), (200, null));
        var first = stand.Files.AddStored("ответ.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1"));
        var second = stand.Files.AddStored("b.txt", "text/plain", Encoding.ASCII.GetBytes("two"));

        var outcome = await stand.Transport.DeliverAsync(
            Outbound.Document("answer", JsonSerializer.Serialize(new { card = "c-1", text = "Готово", files = new[] { new { id = first.Id.ToString() }, new { id = second.Id.ToString() } } })),
            new StepLog().RecordAsync,
            CancellationToken.None);

        outcome.Last.Kind.ShouldBe(StepOutcomeKind.Done);
        stand.System.Log[0].Headers["Content-Type"].ShouldStartWith("multipart/form-data");
        stand.System.Log[0].Headers.Keys.ShouldContain("Content-Length");
        stand.System.Log[0].Body.ShouldContain("%PDF-1");
        JsonElement.Parse(stand.System.Log[2].Body).GetProperty("answer_files").ToString().ShouldBe("[11,12]");
    }

    [Fact]
    public async Task Deliver_FileIsGone_GoesOnWithoutIt()
    {
        await using var stand = await AdapterStand.StartAsync(Uploads);
        stand.System.Script((200, null));
        var gone = stand.Files.Add(MemoryFiles.Row("gone.png", "/x") with { Problem = "status_404" });
        var steps = new StepLog();

        var outcome = await stand.Transport.DeliverAsync(
            Outbound.Document("answer", JsonSerializer.Serialize(new { card = "c-1", files = new[] { new { id = gone.Id.ToString() } } })),
            steps.RecordAsync,
            CancellationToken.None);

        outcome.Last.Kind.ShouldBe(StepOutcomeKind.Done);
        steps.Steps.ShouldHaveSingleItem().Result.ShouldBe("""{"skipped":"status_404"}""");
        JsonElement.Parse(stand.System.Log.ShouldHaveSingleItem().Body).GetProperty("answer_files").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Deliver_Photo_LeavesWithoutItsMetadata()
    {
        await using var stand = await AdapterStand.StartAsync(Uploads);
        stand.System.Script((200, null));
        var photo = stand.Files.AddStored("photo.jpg", "image/jpeg", Jpeg.Build(Jpeg.Exif(orientation: 6, "GPS 45.04"), Jpeg.Comment("Иванов")));

        await stand.Transport.DeliverAsync(Outbound.Document("binary", JsonSerializer.Serialize(new { card = "c-1", file = photo.Id.ToString() })), new StepLog().RecordAsync, CancellationToken.None);

        var sent = stand.System.Log.ShouldHaveSingleItem();
        sent.Headers["Content-Type"].ShouldBe("image/jpeg");
        Encoding.Latin1.GetString(sent.Bytes).ShouldNotContain("GPS");
        sent.Bytes.ShouldBe(Jpeg.Build(Jpeg.OrientationOnly(6)));
    }

    [Fact]
    public async Task Deliver_PausedAdapter_IsNotTried()
    {
        await using var stand = await StartAsync();
        await stand.Connections.SaveAsync(new("sed", null, Paused: true, "обслуживание", default), CancellationToken.None);

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("close", """{"card":"c-1"}"""), new StepLog().RecordAsync, CancellationToken.None);

        (outcome.Last.Kind, outcome.Last.Error).ShouldBe((StepOutcomeKind.NotTried, "paused"));
        stand.System.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deliver_ValueThatWouldWalkUpThePath_IsRefused()
    {
        await using var stand = await StartAsync();

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("close", """{"card":".."}"""), new StepLog().RecordAsync, CancellationToken.None);

        (outcome.Last.Kind, outcome.Last.Error).ShouldBe((StepOutcomeKind.Refused, "address_outside_base"));
        stand.System.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deliver_HugeAnswer_IsNotReadToTheEnd()
    {
        await using var stand = await StartAsync(("Hub:Outbound:MaxResponseBytes", "2048"));
        stand.System.Answer = (_, context) => OutsideSystem.Json(context, 200, $"\"{new string('x', 5000)}\"");

        var outcome = await stand.Transport.DeliverAsync(Outbound.Document("close", """{"card":"c-1"}"""), new StepLog().RecordAsync, CancellationToken.None);

        (outcome.Last.Kind, outcome.Last.Error).ShouldBe((StepOutcomeKind.Unknown, "answer_too_large"));
    }
}
