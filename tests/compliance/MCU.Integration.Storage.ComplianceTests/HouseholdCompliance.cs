using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Replies;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Sealing;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>The small stores: people and keys, connections, duties, replies, data keys, attachments.</summary>
public abstract class HouseholdCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Users_NameIsTakenWithoutRegardToCase()
    {
        var anna = User("Анна");
        (await Hub.Access.SaveUserAsync(anna, None)).ShouldBeTrue();
        (await Hub.Access.SaveUserAsync(User("АННА"), None)).ShouldBeFalse();

        (await Hub.Access.SaveUserAsync(anna with { DisplayName = "Анна П.", Disabled = true }, None)).ShouldBeTrue();

        var found = (await Hub.Access.FindUserAsync("анна", None)).ShouldNotBeNull();
        (found.Id, found.DisplayName, found.Disabled).ShouldBe((anna.Id, "Анна П.", true));
        (found.Duty, found.Organisation).ShouldBe((UserDuty.PosResponsible, "МЦУ"));
        found.Roles.ShouldBe([HubRole.Engineer, HubRole.Auditor]);
        found.Adapters.ShouldBe([Pos]);
        (await Hub.Access.FindUserAsync(anna.Id, None)).ShouldNotBeNull();
        (await Hub.Access.UsersAsync(None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Keys_AreFoundByPrefixAndRevoked()
    {
        var key = new ApiKey(Hub.Ids.Next(), "hub_ab12", [1, 2, 3], "vendor", [HubRole.Vendor], [Sed], "anna", Now, Now.AddDays(90), null);
        await Hub.Access.SaveKeyAsync(key, None);
        await Hub.Access.SaveKeyAsync(key with { RevokedAt = Now }, None);

        var found = (await Hub.Access.FindKeyAsync("hub_ab12", None)).ShouldNotBeNull();
        (found.Hash, found.RevokedAt, found.ExpiresAt).ShouldBe((key.Hash, Now, Now.AddDays(90)), new KeyComparer());
        (await Hub.Access.KeysAsync(None)).ShouldHaveSingleItem();
        (await Hub.Access.FindKeyAsync("hub_none", None)).ShouldBeNull();
    }

    [Fact]
    public async Task AdoptKey_PrefixOfAnEarlierOne_TakesItsPlaceUnlessItIsSomebodyElses()
    {
        var key = new ApiKey(Hub.Ids.Next(), "admin-key-20", [1], "setting", [HubRole.Admin], [], "settings", Now, null, null);
        (await Hub.Access.AdoptKeyAsync(key, None)).ShouldBeTrue();
        await Hub.Access.SaveKeyAsync(key with { RevokedAt = Now }, None);

        (await Hub.Access.AdoptKeyAsync(key with { Id = Hub.Ids.Next(), Hash = [2] }, None)).ShouldBeTrue();
        (await Hub.Access.AdoptKeyAsync(key with { Id = Hub.Ids.Next(), Hash = [3], CreatedBy = "anna" }, None)).ShouldBeFalse();

        var kept = (await Hub.Access.FindKeyAsync(key.Prefix, None)).ShouldNotBeNull();
        (kept.Id, kept.Hash[0], kept.RevokedAt).ShouldBe((key.Id, (byte)2, null));
    }

    [Fact]
    public async Task OneTimeLink_WorksOnceAndNotAfterItsTerm()
    {
        var user = User("olga");
        await Hub.Access.SaveUserAsync(user, None);
        await Hub.Access.SaveLinkAsync(new([9, 9], user.Id, Now.AddHours(1)), None);
        await Hub.Access.SaveLinkAsync(new([8, 8], user.Id, Now.AddMinutes(1)), None);
        Time.Advance(TimeSpan.FromMinutes(5));

        (await Hub.Access.ConsumeLinkAsync([8, 8], Now, None)).ShouldBeNull();
        var uses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Hub.Access.ConsumeLinkAsync([9, 9], Now, None)));
        uses.OfType<HubUser>().ShouldHaveSingleItem().Id.ShouldBe(user.Id);
    }

    [Fact]
    public async Task AdapterConnection_HealthAndSettings_DoNotOverwriteEachOther()
    {
        await Hub.Adapters.RecordHealthAsync(Sed, false, "timeout", Now, None);
        await Hub.Adapters.RecordHealthAsync(Sed, false, "refused", Now, None);
        await Hub.Adapters.SaveAsync(new(Sed, TestSealer.Body("secret"), true, "repair", Now), None);

        var paused = (await Hub.Adapters.FindAsync(Sed, None)).ShouldNotBeNull();
        (paused.Paused, paused.PausedReason, paused.ConsecutiveFailures, paused.LastFailure).ShouldBe((true, "repair", 2, "refused"));
        TestSealer.Text(paused.Settings.ShouldNotBeNull()).ShouldBe("secret");

        await Hub.Adapters.RecordHealthAsync(Sed, true, null, Now.AddMinutes(1), None);
        var well = (await Hub.Adapters.ListAsync(None)).ShouldHaveSingleItem();
        (well.ConsecutiveFailures, well.LastSuccessAt, well.Paused).ShouldBe((0, Now.AddMinutes(1), true));
    }

    [Fact]
    public async Task Leadership_IsHeldByOneUntilItEnds()
    {
        var lease = TimeSpan.FromSeconds(30);
        (await Hub.Leadership.AcquireAsync("schedule", "one", lease, Now, None)).ShouldBeTrue();
        (await Hub.Leadership.AcquireAsync("schedule", "two", lease, Now, None)).ShouldBeFalse();
        (await Hub.Leadership.AcquireAsync("poll", "two", lease, Now, None)).ShouldBeTrue();
        Time.Advance(TimeSpan.FromSeconds(20));
        (await Hub.Leadership.AcquireAsync("schedule", "one", lease, Now, None)).ShouldBeTrue("the holder prolongs");
        Time.Advance(TimeSpan.FromSeconds(20));
        (await Hub.Leadership.AcquireAsync("schedule", "two", lease, Now, None)).ShouldBeFalse();
        Time.Advance(TimeSpan.FromSeconds(10));
        (await Hub.Leadership.AcquireAsync("schedule", "two", lease, Now, None)).ShouldBeTrue("the lease ran out");

        await Hub.Leadership.ResignAsync("schedule", "one", None);
        (await Hub.Leadership.AcquireAsync("schedule", "one", lease, Now, None)).ShouldBeFalse("only the holder resigns");
        await Hub.Leadership.ResignAsync("schedule", "two", None);
        (await Hub.Leadership.AcquireAsync("schedule", "one", lease, Now, None)).ShouldBeTrue();
    }

    [Fact]
    public async Task Reply_SecondRequest_GetsTheFirstAnswer()
    {
        var reserved = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Hub.Replies.ReserveAsync("key", "k1", "print", Now, Patience, None)));
        reserved.Count(reply => reply is null).ShouldBe(1);
        reserved.OfType<StoredReply>().ShouldAllBe(reply => reply.Fingerprint == "print" && reply.Status == null);

        await Hub.Replies.CompleteAsync("key", "k1", 201, "{}", None);
        await Hub.Replies.ForgetAsync("key", "k1", None);
        (await Hub.Replies.ReserveAsync("key", "k1", "print", Now, Patience, None)).ShouldBe(new StoredReply("print", 201, "{}"));

        await Hub.Replies.ReserveAsync("key", "k2", "print", Now, Patience, None);
        await Hub.Replies.ForgetAsync("key", "k2", None);
        (await Hub.Replies.ReserveAsync("key", "k2", "print", Now, Patience, None)).ShouldBeNull();
    }

    [Fact]
    public async Task Reply_RequestThatNeverAnswered_GivesItsKeyBackAfterAWhile()
    {
        await Hub.Replies.ReserveAsync("key", "k1", "print", Now, Patience, None);
        Time.Advance(Patience - TimeSpan.FromSeconds(1));
        (await Hub.Replies.ReserveAsync("key", "k1", "print", Now, Patience, None)).ShouldNotBeNull().Status.ShouldBeNull();

        Time.Advance(TimeSpan.FromSeconds(1));
        (await Hub.Replies.ReserveAsync("key", "k1", "print", Now, Patience, None)).ShouldBeNull();
        (await Hub.Replies.ReserveAsync("key", "k1", "print", Now, Patience, None)).ShouldNotBeNull("the key is reserved anew");

        await Hub.Replies.CompleteAsync("key", "k1", 204, "", None);
        Time.Advance(TimeSpan.FromDays(1));
        (await Hub.Replies.ReserveAsync("key", "k1", "print", Now, Patience, None)).ShouldBe(new StoredReply("print", 204, null));
    }

    [Fact]
    public void DataKeys_OneAClassAndMonth_FirstWins()
    {
        var key = new DataKey(Hub.Ids.Next(), SealedClass.Message, new(2026, 3, 1), "master-1", [1, 2]);
        Hub.DataKeys.AddOrGet(key).Id.ShouldBe(key.Id);
        Hub.DataKeys.AddOrGet(key with { Id = Hub.Ids.Next() }).Id.ShouldBe(key.Id);
        Hub.DataKeys.AddOrGet(key with { Id = Hub.Ids.Next(), Class = SealedClass.Applicant }).Id.ShouldNotBe(key.Id);

        Hub.DataKeys.Rewrap([key with { MasterKeyId = "master-2", Wrapped = [3] }]);

        var stored = Hub.DataKeys.LoadAll().Single(loaded => loaded.Id == key.Id);
        (stored.MasterKeyId, stored.Month, stored.Class).ShouldBe(("master-2", key.Month, SealedClass.Message));
        stored.Wrapped.ShouldBe([3]);
    }

    [Fact]
    public void ProtectionKeys_AreKept()
    {
        var keys = Hub.Get<ProtectionKeyStore>();
        keys.Store("one", "<key id='1'/>");
        keys.Store("one", "<key id='2'/>");

        keys.LoadAll().ShouldBe([("one", "<key id='2'/>")]);
    }

    [Theory]
    [InlineData(BlobPlace.Folder)]
    [InlineData(BlobPlace.Table)]
    public async Task Blob_Content_ComesBackOnceStoredAndSealed(BlobPlace place)
    {
        // The first hub lets go of the file, so that one with other options can take it.
        await Hub.DisposeAsync();
        var blobs = Storage.StartNode(Time, options: options => options.Blobs = place).Blobs;
        var content = new byte[200_000];
        new Random(7).NextBytes(content);

        var first = await blobs.PutAsync(new MemoryStream(content), 1_000_000, None);
        var second = await blobs.PutAsync(new MemoryStream(content), 1_000_000, None);
        var empty = await blobs.PutAsync(new MemoryStream(), 1_000_000, None);
        await Should.ThrowAsync<BlobTooLargeException>(() => blobs.PutAsync(new MemoryStream(content), 199_999, None));

        second.ShouldBe(first);
        first.ShouldBe((Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), 200_000));
        (await ReadAsync(blobs, first.Hash)).ShouldBe(content);
        (await ReadAsync(blobs, empty.Hash)).ShouldBe([]);
        (await blobs.OpenAsync(new string('0', 64), None)).ShouldBeNull();
        (await blobs.OpenAsync("../../etc/passwd", None)).ShouldBeNull();
        if (place == BlobPlace.Folder)
        {
            var files = Directory.GetFiles(Path.Combine(Storage.DataDirectory, "blobs"), "*", SearchOption.AllDirectories);
            files.Length.ShouldBe(2, "nothing of the refused one stays");
        }
    }

    [Fact]
    public async Task WakeUp_SignalBeforeTheWait_IsNotLost()
    {
        Hub.WakeUp.Signal(WakeUpChannel.Work);
        await Hub.WakeUp.WaitAsync(WakeUpChannel.Work, TimeSpan.FromDays(1), None);

        var waits = Enumerable.Range(0, 3).Select(_ => Hub.WakeUp.WaitAsync(WakeUpChannel.Deliveries, TimeSpan.FromDays(1), None)).ToList();
        waits.ShouldAllBe(wait => !wait.IsCompleted);
        Hub.WakeUp.Signal(WakeUpChannel.Deliveries);
        await Task.WhenAll(waits);

        var polled = Hub.WakeUp.WaitAsync(WakeUpChannel.Content, TimeSpan.FromSeconds(5), None);
        Time.Advance(TimeSpan.FromSeconds(5));
        await polled;
    }

    private HubUser User(string name) =>
        new(Hub.Ids.Next(), name, name, null, [HubRole.Engineer, HubRole.Auditor], [Pos], "stamp", false, Now) { Duty = UserDuty.PosResponsible, Organisation = "МЦУ" };

    private static async Task<byte[]> ReadAsync(IBlobStore blobs, string hash)
    {
        await using var stream = (await blobs.OpenAsync(hash, None)).ShouldNotBeNull();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private sealed class KeyComparer : IEqualityComparer<(byte[] Hash, DateTimeOffset? RevokedAt, DateTimeOffset? ExpiresAt)>
    {
        public bool Equals((byte[] Hash, DateTimeOffset? RevokedAt, DateTimeOffset? ExpiresAt) x, (byte[] Hash, DateTimeOffset? RevokedAt, DateTimeOffset? ExpiresAt) y) =>
            x.Hash.SequenceEqual(y.Hash) && x.RevokedAt == y.RevokedAt && x.ExpiresAt == y.ExpiresAt;

        public int GetHashCode((byte[] Hash, DateTimeOffset? RevokedAt, DateTimeOffset? ExpiresAt) obj) => obj.Hash.Length;
    }
}
