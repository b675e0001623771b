using System.Text;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>Sealed values open in their own rows alone; with the hub's own sealer.</summary>
public abstract class SealingCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private ISealer Sealer => Hub.Get<ISealer>();

    [Fact]
    public async Task SealedValue_MovedToAnotherRow_DoesNotOpen()
    {
        var opens = new Dictionary<string, IReadOnlyList<Func<Task>>>();
        await StoreInstancesAsync(opens);
        await StoreSubmissionsAsync(opens);
        await StoreHouseholdAsync(opens);
        opens.Keys.ShouldBe(await SealedTablesAsync(), ignoreOrder: true, "every table with a cipher is tried");

        foreach (var (table, open) in opens)
        {
            open.Count.ShouldBe(2);
            await open[0]();
            await open[1]();
            await MoveAsync(table);
            var refusals = new List<string>();
            foreach (var one in open)
            {
                try
                {
                    await one();
                }
                catch (SealBrokenException exception)
                {
                    refusals.Add(exception.Message);
                }
            }

            refusals.ShouldHaveSingleItem(table).ShouldContain($"{table}.");
        }
    }

    [Fact]
    public async Task SealedBody_AsAnotherPartOfItsMessage_DoesNotOpen()
    {
        var id = Hub.Ids.Next<MessageId>();
        var raw = Sealer.Seal(SealedPlace.Body(id, BodyPart.Raw), "{}"u8);
        await Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos) with { Id = id, Body = raw })], None);
        await ExecuteAsync("update message_bodies set part = 'canonical'", null);

        var moved = (await Hub.Messages.BodyAsync(id, BodyPart.Canonical, None)).ShouldNotBeNull();

        Should.Throw<SealBrokenException>(() => Sealer.Open(SealedPlace.Body(id, BodyPart.Canonical), moved));
    }

    [Fact]
    public void SealedValues_AfterARotation_OpenWithTheOldAndTheNewMasterKey()
    {
        var place = SealedPlace.Applicant(Hub.Ids.Next<ApplicantId>());
        var before = Sealer.Seal(place, "Иванова"u8);

        new KeyRotation(Keys(), Hub.DataKeys, new(Hub.Audit, Hub.Ids, Time)).Rotate(Actor.Hub);

        var later = new Sealer(Hub.DataKeys, Keys(), Hub.Ids, Time);
        later.Open(place, before).ShouldBe("Иванова"u8.ToArray());
        Sealer.Open(place, later.Seal(place, "Петрова"u8)).ShouldBe("Петрова"u8.ToArray());
        Should.Throw<SealBrokenException>(() => later.Open(SealedPlace.Applicant(Hub.Ids.Next<ApplicantId>()), before));
    }

    [Fact]
    public async Task BlobFile_UnderTheAddressOfAnother_IsNotGivenOut()
    {
        var (first, second) = (await PutAsync(Hub.Blobs, "справка"), await PutAsync(Hub.Blobs, "паспорт"));
        string PathOf(string hash) => Path.Combine(Storage.DataDirectory, "blobs", hash[..2], hash);
        File.Copy(PathOf(first), PathOf(second), overwrite: true);

        await ReadAsync(Hub.Blobs, first);
        await Should.ThrowAsync<SealBrokenException>(() => ReadAsync(Hub.Blobs, second));
    }

    [Fact]
    public async Task WhatAnInstanceWaitsFor_IsNotInTheDatabase()
    {
        await StoreInstancesAsync([]);

        (await Hub.Get<HubDatabase>().ReadAsync(
            session => session.ScalarAsync<long>("select count(*) from bookmarks where hash = 'waits'", null, None), None)).ShouldBe(0);
        (await Hub.Instances.FindBookmarksAsync(["waits"], null, null, None)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Migrate_DatabaseSealedBeforeValuesWereBound_IsRefusedAsItIs()
    {
        Hub.DataKeys.AddOrGet(new(Hub.Ids.Next(), SealedClass.Message, new(2026, 3, 1), "master", [1]));
        await ExecuteAsync("delete from schema_versions where scriptname like '%0022_bound_seals.sql'", null);
        await Hub.DisposeAsync();

        (await Should.ThrowAsync<UnboundSealsException>(Storage.MigrateAsync)).Message.ShouldContain("empty database");
    }

    protected override void Configure(IServiceCollection services) =>
        services.AddSingleton<ISealer>(provider => new Sealer(provider.GetRequiredService<IDataKeyStore>(), Keys(), provider.GetRequiredService<UuidV7Source>(), Time));

    private async Task StoreInstancesAsync(Dictionary<string, IReadOnlyList<Func<Task>>> opens)
    {
        var changes = Some.Changes((WorkLease?)null);
        var inputs = new WorkInputs(Sealer);
        List<InstanceRow> instances = [Some.Instance(), Some.Instance()];
        List<BookmarkRow> bookmarks = [];
        foreach (var instance in instances)
        {
            var bookmark = Some.Bookmark(instance, "waits");
            bookmark = bookmark with { Payload = Sealer.Seal(SealedPlace.Payload(bookmark.Id), Text(instance.Id)) };
            bookmarks.Add(bookmark);
            var page = new JournalPage(instance.Id, 0, 1, Sealer.Seal(SealedPlace.Journal(instance.Id, 0), Text(instance.Id)));
            changes.Instances.Add(new(instance, 0, Sealer.Seal(SealedPlace.State(instance.Id), Text(instance.Id)), [bookmark], [], page));
            var item = Some.Item();
            changes.WorkItems.Add(item with { Input = inputs.Seal(item.Id, new() { Stimulus = instance.Id }) });
        }

        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);
        opens["instance_states"] = [.. instances.Select(instance => (Func<Task>)(async () =>
            Sealer.Open(SealedPlace.State(instance.Id), (await Hub.Instances.LoadAsync(instance.Id, None))!.Value.State)))];
        opens["journal"] = [.. instances.Select(instance => (Func<Task>)(async () =>
            Sealer.Open(SealedPlace.Journal(instance.Id, 0), (await Hub.Instances.JournalAsync(instance.Id, None)).Single().Body)))];
        opens["bookmarks"] = [.. instances.Select(instance => (Func<Task>)(async () =>
        {
            var bookmark = (await Hub.Instances.BookmarksOfAsync(instance.Id, None)).Single();
            Sealer.Open(SealedPlace.Payload(bookmark.Id), bookmark.Payload!);
        }))];
        opens["work_items"] = [.. changes.WorkItems.Select(item => (Func<Task>)(async () =>
            inputs.Open(item.Id, await TextAsync("select input from work_items where id = @id", new { id = item.Id.Value }))))];
    }

    private async Task StoreSubmissionsAsync(Dictionary<string, IReadOnlyList<Func<Task>>> opens)
    {
        var changes = Some.Changes((WorkLease?)null);
        foreach (var applicant in Enumerable.Range(0, 2).Select(_ => Hub.Ids.Next<ApplicantId>()))
        {
            var submission = Some.Submission() with { ApplicantId = applicant };
            var person = new ApplicantWrite(applicant, Sealer.Seal(SealedPlace.Applicant(applicant), Text(applicant)), []);
            changes.Submissions.Add(new(submission, Sealer.Seal(SealedPlace.Submission(submission.Id), Text(submission.Id)), person));
            var opened = Some.NewCase(submission);
            changes.Cases.Add(opened);
            var file = new AttachmentRow(
                Hub.Ids.Next<AttachmentId>(), null, opened.Case.Id, Pos, "photo", $"/files/{applicant}", "Иванова паспорт.jpg", "image/jpeg", 1, null, null, null, Now);
            changes.Attachments.Add(new(file, AttachmentDetails.Seal(Sealer, file)));
        }

        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);
        opens["submission_bodies"] = [.. changes.Submissions.Select(write => (Func<Task>)(async () =>
            Sealer.Open(SealedPlace.Submission(write.Submission.Id), (await Hub.Cases.SubmissionBodyAsync(write.Submission.Id, None))!)))];
        opens["applicants"] = [.. changes.Submissions.Select(write => (Func<Task>)(async () =>
            Sealer.Open(SealedPlace.Applicant(write.Applicant!.Id), (await Hub.Cases.ApplicantAsync(write.Applicant.Id, None))!)))];
        opens["attachments"] = [.. changes.Attachments.Select(write => (Func<Task>)(() => Hub.Attachments.FindAsync(write.Row.Id, None)))];
    }

    private async Task StoreHouseholdAsync(Dictionary<string, IReadOnlyList<Func<Task>>> opens)
    {
        List<MessageId> messages = [Hub.Ids.Next<MessageId>(), Hub.Ids.Next<MessageId>()];
        await Hub.Intake.AcceptAsync(
            [.. messages.Select(id => Some.Acceptance(Some.Message(Pos) with { Id = id, Body = Sealer.Seal(SealedPlace.Body(id, BodyPart.Raw), Text(id)) }))], None);
        string[] adapters = [Pos, Sed];
        foreach (var adapter in adapters)
        {
            await Hub.Adapters.SaveAsync(new AdapterConnection(adapter, Sealer.Seal(SealedPlace.Settings(adapter), Text(adapter)), false, null, Now), None);
            await Hub.Replies.ReserveAsync(adapter, "key", "print", Now, TimeSpan.FromMinutes(1), None);
            await Hub.Replies.CompleteAsync(adapter, "key", 200, adapter, None);
        }

        var blobs = TableBlobs();
        string[] hashes = [await PutAsync(blobs, "справка"), await PutAsync(blobs, "паспорт")];
        opens["message_bodies"] = [.. messages.Select(id => (Func<Task>)(async () =>
            Sealer.Open(SealedPlace.Body(id, BodyPart.Raw), (await Hub.Messages.BodyAsync(id, BodyPart.Raw, None))!)))];
        opens["adapters"] = [.. adapters.Select(adapter => (Func<Task>)(async () =>
            Sealer.Open(SealedPlace.Settings(adapter), (await Hub.Adapters.FindAsync(adapter, None))!.Settings!)))];
        opens["replies"] = [.. adapters.Select(adapter => (Func<Task>)(() =>
            Hub.Replies.ReserveAsync(adapter, "key", "print", Now, TimeSpan.FromMinutes(1), None)))];
        opens["blob_chunks"] = [.. hashes.Select(hash => (Func<Task>)(() => ReadAsync(blobs, hash)))];
    }

    private IBlobStore TableBlobs() => new Attachments.TableBlobStore(Hub.Get<HubDatabase>(), Sealer, Time);

    /// <summary>Tables that hold sealed values, by their columns. Rings of cookies are read by the web server, whose room tests them.</summary>
    private Task<List<string>> SealedTablesAsync() => Hub.Get<HubDatabase>().ReadAsync<List<string>>(
        async session =>
        {
            var sql = session.Provider == StorageProvider.Sqlite
                ? "select m.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.name in ('cipher', 'settings')"
                : "select table_name from information_schema.columns where table_schema = 'public' and column_name in ('cipher', 'settings')";
            return [.. await session.QueryAsync(sql, null, row => row.Text(), None), "work_items"];
        },
        None);

    private async Task MoveAsync(string table)
    {
        var column = table switch { "adapters" => "settings", "work_items" => "input", _ => "cipher" };
        var values = await Hub.Get<HubDatabase>().ReadAsync(
            session => session.QueryAsync($"select {column} from {table} where {column} is not null", null, row => table == "work_items" ? (object)row.Text() : row.Bytes(), None), None);
        await ExecuteAsync($"update {table} set {column} = @from where {column} = @to", new { from = values[0], to = values[1] });
    }

    private Task ExecuteAsync(string sql, object? arguments) => Hub.Get<HubDatabase>().WriteAsync(session => session.ExecuteAsync(sql, arguments, None), None);

    private Task<string?> TextAsync(string sql, object arguments) =>
        Hub.Get<HubDatabase>().ReadAsync(session => session.FirstAsync(sql, arguments, row => row.Text(), None), None);

    private KeyFile Keys() => new(Options.Create(new SealingOptions { KeyFile = Path.Combine(Storage.DataDirectory, "keys", "hub.keys") }), Time);

    private static byte[] Text(object value) => Encoding.UTF8.GetBytes(value.ToString()!);

    private static async Task<string> PutAsync(IBlobStore blobs, string text) => (await blobs.PutAsync(new MemoryStream(Text(text)), 1000, None)).Hash;

    private static async Task ReadAsync(IBlobStore blobs, string hash)
    {
        await using var stream = (await blobs.OpenAsync(hash, None)).ShouldNotBeNull();
        await stream.CopyToAsync(Stream.Null);
    }
}
