using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Tests.Sealing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Pipeline.Tests.Instances;

public sealed class AddressTokensTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("hub-tokens-");
    private readonly FakeTimeProvider _time = new(new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Open_OnAnotherNode_GivesWhatWasPutIn()
    {
        var content = new AddressContent("i1", "оплачено", null, _time.GetUtcNow().AddHours(1));

        CreateSut("a").Open(CreateSut("a").Make(content)).ShouldBe(content);
    }

    [Fact]
    public void Make_TheSameTwice_ShowsNothingOfIt()
    {
        var (first, second) = (CreateSut("a").Make(new("i1", "paid", null, null)), CreateSut("a").Make(new("i1", "paid", null, null)));

        first.ShouldNotBe(second);
        first.ShouldNotContain("paid");
        first.ShouldBe(Uri.EscapeDataString(first));
    }

    [Fact]
    public void Open_TermIsOver_IsRefused()
    {
        var token = CreateSut("a").Make(new("i1", "paid", null, _time.GetUtcNow().AddMinutes(5)));
        CreateSut("a").Open(token).EventName.ShouldBe("paid");

        _time.Advance(TimeSpan.FromMinutes(5));

        Should.Throw<UseCaseException>(() => CreateSut("a").Open(token)).Problems.Single().Code.ShouldBe("expired_token");
    }

    [Fact]
    public void Open_ChangedOrForeign_IsRefused()
    {
        var token = CreateSut("a").Make(new("i1", "paid", null, null));
        var foreign = CreateSut("b").Make(new("i1", "paid", null, null));
        var changed = Enumerable.Range(0, token.Length).Select(at => token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..]).Where(text => text != token);

        // The last character of base64 may carry bits that no byte has.
        foreach (var wrong in changed.SkipLast(1).Append(foreign).Append("").Append("?").Append(token[..20]).Append(null))
        {
            Should.Throw<UseCaseException>(() => CreateSut("a").Open(wrong)).Problems.Single().Code.ShouldBe("invalid_token");
        }
    }

    private AddressTokens CreateSut(string hub) => new(
        new Sealer(new DataKeyTable(), new KeyFile(Options.Create(new SealingOptions { KeyFile = Path.Combine(_directory.FullName, hub, "hub.keys") }), _time), new UuidV7Source(_time), _time),
        _time);
}
