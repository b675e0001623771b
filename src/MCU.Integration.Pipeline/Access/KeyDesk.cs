using System.Security.Cryptography;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Access;

/// <summary>API keys: made, listed, revoked. A vendor's key is limited to its adapters.</summary>
public sealed class KeyDesk(IAccessStore store, KeyAuthenticator authenticator, AuditTrail audit, UuidV7Source ids, TimeProvider time)
{
    public async Task<IReadOnlyList<ApiKey>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.ManageUsers);
        return await store.KeysAsync(cancellation);
    }

    /// <summary>Makes a key; its secret is returned once and never stored.</summary>
    public async Task<(ApiKey Key, string Secret)> CreateAsync(
        Actor actor,
        string name,
        IReadOnlyList<HubRole> roles,
        IReadOnlyList<string> adapters,
        DateTimeOffset? expiresAt,
        CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.ManageUsers);
        var now = time.GetUtcNow();
        var problems = AccessRules.Check(name, roles, adapters);
        if (expiresAt <= now)
        {
            problems.Add(new("/expiresAt", "in_the_past", "The key would be expired already."));
        }

        AccessRules.ThrowIfAny(problems);
        var secret = Secrets.NewApiKey();
        var key = new ApiKey(ids.Next(), secret[..Secrets.PrefixLength], Secrets.HashOf(secret), name.Trim(), roles, adapters, actor.Name, now, expiresAt, null);
        await store.SaveKeyAsync(key, cancellation, audit.Entry(actor, "key.create", $"key:{key.Prefix}"));
        authenticator.Forget();
        return (key, secret);
    }

    /// <summary>Ends a key; doing it again changes nothing.</summary>
    public async Task<ApiKey> RevokeAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.ManageUsers);
        var key = (await store.KeysAsync(cancellation)).FirstOrDefault(key => key.Id == id) ?? throw UseCaseException.NotFound($"key {id}");
        if (key.RevokedAt is null)
        {
            key = key with { RevokedAt = time.GetUtcNow() };
            await store.SaveKeyAsync(key, cancellation, audit.Entry(actor, "key.revoke", $"key:{key.Prefix}"));
            authenticator.Forget();
        }

        return key;
    }

    /// <summary>Makes the key of a setting work, and revokes those that the setting brought before.</summary>
    /// <exception cref="UseCaseException">The key is too short to be safe, or begins like a key that somebody made here.</exception>
    public async Task AdoptAsync(string secret, CancellationToken cancellation)
    {
        if (secret.Length < Secrets.MinKeyLength)
        {
            throw UseCaseException.Invalid("/Hub/Admin/ApiKey", "too_short", $"An API key has at least {Secrets.MinKeyLength} characters.");
        }

        const string origin = "settings";
        var now = time.GetUtcNow();
        var hash = Secrets.HashOf(secret);
        var known = await store.KeysAsync(cancellation);
        foreach (var old in known.Where(key => key.CreatedBy == origin && key.RevokedAt is null && !CryptographicOperations.FixedTimeEquals(key.Hash, hash)))
        {
            await store.SaveKeyAsync(old with { RevokedAt = now }, cancellation);
        }

        var adopted = new ApiKey(ids.Next(), secret[..Secrets.PrefixLength], hash, "Hub__Admin__ApiKey", [HubRole.Admin], [], origin, now, null, null);
        if (!known.Any(key => key.RevokedAt is null && CryptographicOperations.FixedTimeEquals(key.Hash, hash)) && !await store.AdoptKeyAsync(adopted, cancellation))
        {
            throw UseCaseException.Invalid("/Hub/Admin/ApiKey", "prefix_taken", $"Its first {Secrets.PrefixLength} characters are those of another key.");
        }

        authenticator.Forget();
    }
}
