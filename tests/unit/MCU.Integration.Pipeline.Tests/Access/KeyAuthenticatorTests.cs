using MCU.Integration.Pipeline.Access;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace MCU.Integration.Pipeline.Tests.Access;

public sealed class KeyAuthenticatorTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero));
    private readonly IAccessStore _store = Substitute.For<IAccessStore>();
    private readonly string _secret = Secrets.NewApiKey();

    [Fact]
    public async Task Authenticate_KnownKey_NamesRolesAndAdapters()
    {
        Store(KeyOf(_secret));

        var actor = await CreateSut().AuthenticateAsync(_secret, CancellationToken.None);

        actor.ShouldNotBeNull();
        actor.Name.ShouldBe($"key:{_secret[..Secrets.PrefixLength]}");
        actor.May(Right.SendMessages, "sed").ShouldBeTrue();
        actor.May(Right.SendMessages, "pos").ShouldBeFalse();
    }

    [Fact]
    public async Task Authenticate_SamePrefixOtherSecret_IsNobody()
    {
        Store(KeyOf(_secret));

        (await CreateSut().AuthenticateAsync(_secret[..^1] + (_secret[^1] == 'A' ? 'B' : 'A'), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Authenticate_ExpiredOrRevoked_IsNobody()
    {
        Store(KeyOf(_secret) with { ExpiresAt = _time.GetUtcNow() });
        (await CreateSut().AuthenticateAsync(_secret, CancellationToken.None)).ShouldBeNull();

        Store(KeyOf(_secret) with { RevokedAt = _time.GetUtcNow() });
        (await CreateSut().AuthenticateAsync(_secret, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Authenticate_Repeatedly_AsksTheStoreOnceAMoment()
    {
        Store(KeyOf(_secret));
        var sut = CreateSut();

        await sut.AuthenticateAsync(_secret, CancellationToken.None);
        await sut.AuthenticateAsync(_secret, CancellationToken.None);
        await _store.Received(1).FindKeyAsync(Arg.Any<string>(), Arg.Any<CancellationToken>());

        _time.Advance(KeyAuthenticator.Freshness);
        await sut.AuthenticateAsync(_secret, CancellationToken.None);
        await _store.Received(2).FindKeyAsync(Arg.Any<string>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Authenticate_AfterForget_SeesARevocationAtOnce()
    {
        Store(KeyOf(_secret));
        var sut = CreateSut();
        await sut.AuthenticateAsync(_secret, CancellationToken.None);
        Store(KeyOf(_secret) with { RevokedAt = _time.GetUtcNow() });

        sut.Forget();

        (await sut.AuthenticateAsync(_secret, CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    public async Task Authenticate_TooShort_DoesNotEvenAsk(string secret)
    {
        (await CreateSut().AuthenticateAsync(secret, CancellationToken.None)).ShouldBeNull();

        await _store.DidNotReceive().FindKeyAsync(Arg.Any<string>(), Arg.Any<CancellationToken>());
    }

    private ApiKey KeyOf(string secret) =>
        new(Guid.Empty, secret[..Secrets.PrefixLength], Secrets.HashOf(secret), "test", [HubRole.Vendor], ["sed"], "admin", _time.GetUtcNow(), null, null);

    private void Store(ApiKey key) => _store.FindKeyAsync(key.Prefix, Arg.Any<CancellationToken>()).Returns(key);

    private KeyAuthenticator CreateSut() => new(_store, _time);
}
