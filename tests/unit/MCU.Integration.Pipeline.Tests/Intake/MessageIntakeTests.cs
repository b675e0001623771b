using System.Text;
using MCU.Integration.Domain.Links;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Batching;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Runtime;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using UuidV7Source = MCU.Integration.Domain.Ids.UuidV7Source;

namespace MCU.Integration.Pipeline.Tests.Intake;

public sealed class MessageIntakeTests : IAsyncLifetime
{
    private const string Type = "pos.message";

    private readonly FakeTimeProvider _time = new(new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero));
    private readonly IIntakeStore _store = Substitute.For<IIntakeStore>();
    private readonly IContentStore _content = Substitute.For<IContentStore>();
    private readonly IManifestCompiler _manifests = Substitute.For<IManifestCompiler>();
    private readonly List<Acceptance> _handedIn = [];
    private readonly ActiveSets _sets;
    private readonly MessageIntake _sut;
    private Func<Acceptance, AcceptanceKind> _verdict = _ => AcceptanceKind.Stored;

    public MessageIntakeTests()
    {
        var definitions = Substitute.For<IDefinitionStore>();
        definitions.TriggersAsync(Arg.Any<CancellationToken>()).Returns([]);
        _content.LoadAsync(Arg.Any<long>(), Arg.Any<CancellationToken>()).Returns([]);
        _store.AcceptAsync(Arg.Any<IReadOnlyList<Acceptance>>(), Arg.Any<CancellationToken>()).Returns(call => Accept(call.Arg<IReadOnlyList<Acceptance>>()));
        var preparer = new WorkflowPreparer(ActivityRegistry.CreateDefault(), ExpressionLanguages.CreateDefault());
        _sets = new(_content, definitions, new(_manifests), new WorkflowCache(definitions, preparer), NullLogger<ActiveSets>.Instance);
        _sut = new(
            _store, _sets, new OpenSealer(), new UuidV7Source(_time), Substitute.For<IWakeUp>(), _time, Options.Create(new IntakeOptions()), Options.Create(new BatchingOptions { Writers = 1 }));
    }

    public async ValueTask InitializeAsync()
    {
        Publish(1, new ContentIssue("adapters/pos/manifest.json", null, "", "none", "nothing", IsError: false));
        await _sets.RefreshAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    [Fact]
    public async Task Accept_OrderKeyLongerThanAnIndexHolds_IsRefusedWithItsPlace()
    {
        var result = await AcceptAsync($$"""{"id":"1","card":"{{new string('я', 501)}}"}""", IntakeSource.Push);

        result.Kind.ShouldBe(IntakeResultKind.Malformed);
        var problem = result.Problems.ShouldHaveSingleItem();
        (problem.Pointer, problem.Code).ShouldBe(("/card", "intake.key_too_long"));
        _handedIn.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"card":"c"}""", "intake.key_missing")]
    [InlineData("""{"id":"1","id":"2"}""", "json.duplicate_key")]
    public async Task Accept_UnreadableFetchedDocument_IsKeptDeadWithItsProblems(string document, string reason)
    {
        var result = await AcceptAsync(document, IntakeSource.Poll);

        result.Kind.ShouldBe(IntakeResultKind.Malformed);
        var kept = _handedIn.ShouldHaveSingleItem();
        result.MessageId.ShouldBe(kept.Message.Id);
        (kept.Message.State, kept.Message.ReasonCode).ShouldBe((MessageState.Dead, reason));
        kept.Message.Detail.ShouldNotBeNull().ShouldContain(reason);
        kept.Message.DedupKey.ShouldStartWith("content:");
        kept.Watermark.ShouldNotBeNull();
    }

    [Fact]
    public async Task Accept_UnreadablePush_IsAnsweredAndNotKept()
    {
        (await AcceptAsync("""{"card":"c"}""", IntakeSource.Push)).Kind.ShouldBe(IntakeResultKind.Malformed);

        _handedIn.ShouldBeEmpty();
    }

    [Fact]
    public async Task Accept_FetchedDocumentReusesAKey_IsKeptDead()
    {
        _verdict = entry => entry.Message.State == MessageState.Waiting ? AcceptanceKind.KeyReused : AcceptanceKind.Stored;

        var result = await AcceptAsync("""{"id":"1","card":"c"}""", IntakeSource.Poll);

        result.Kind.ShouldBe(IntakeResultKind.KeyReused);
        var kept = _handedIn[^1].Message;
        (kept.State, kept.ReasonCode).ShouldBe((MessageState.Dead, "intake.key_reused"));
        result.MessageId.ShouldBe(kept.Id);
    }

    [Fact]
    public async Task Accept_ContentChangesEachTime_DoesNotClaimToHaveStoredIt()
    {
        _verdict = _ => AcceptanceKind.ActiveSetChanged;

        await Should.ThrowAsync<ContentUnsettledException>(() => AcceptAsync("""{"id":"1","card":"c"}""", IntakeSource.Push));
    }

    [Fact]
    public async Task Accept_PublishedSetIsUnusableHere_GoesOnWithTheLastGoodOne()
    {
        Publish(2, new ContentIssue("adapters/pos/manifest.json", null, "", "unknown_word", "made for a newer hub", IsError: true));
        await _sets.RefreshAsync(CancellationToken.None);

        var result = await AcceptAsync("""{"id":"1","card":"c"}""", IntakeSource.Push);

        result.Kind.ShouldBe(IntakeResultKind.Accepted);
        var kept = _handedIn.ShouldHaveSingleItem();
        (kept.Message.ActiveSetId, kept.PublishedSetId).ShouldBe((1, 2), "decisions name the set that they were made with; the guard knows what is published");
    }

    private Task<IntakeResult> AcceptAsync(string document, IntakeSource source) => _sut.AcceptAsync(
        new("pos", Type, Encoding.UTF8.GetBytes(document), source) { Watermark = source == IntakeSource.Poll ? new("pos", "inbox", "7", _time.GetUtcNow()) : null },
        CancellationToken.None);

    private IReadOnlyList<AcceptanceResult> Accept(IReadOnlyList<Acceptance> batch)
    {
        _handedIn.AddRange(batch);
        return [.. batch.Select(entry => new AcceptanceResult(_verdict(entry), entry.Message.Id))];
    }

    private void Publish(long id, ContentIssue issue)
    {
        _content.GenerationAsync(Arg.Any<CancellationToken>()).Returns(id);
        _content.ActiveSetIdAsync(Arg.Any<CancellationToken>()).Returns(id);
        var message = new DocumentDescription(Type, "Сообщение", "pos.message", ValidationMode.Async, IsInbound: true)
        {
            DedupKeyParts = [JsonPointer.Parse("/id")],
            OrderKey = JsonPointer.Parse("/card"),
        };
        var adapter = new AdapterDescription(
            "pos",
            "ПОС",
            new Dictionary<string, DocumentDescription> { [Type] = message },
            new Dictionary<string, OperationDescription>(),
            [],
            LinkPolicy.Default,
            DeliveryPolicy.Default);
        _manifests.Compile(default!, default!, default!).ReturnsForAnyArgs(([adapter], [issue]));
    }

    private sealed class OpenSealer : ISealer, ISealingKey
    {
        public ISealingKey Key(SealedClass kind) => this;

        public SealedBody Seal(SealedPlace place, ReadOnlySpan<byte> plain) => new(Guid.Empty, plain.ToArray());

        public byte[] Open(SealedPlace place, SealedBody body) => body.Cipher;

        public byte[] BlindIndex(string field, string normalisedValue) => Encoding.UTF8.GetBytes(normalisedValue);
    }
}
