using MCU.Integration.Adapters.Imports;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests.Reading;

/// <summary>Reads a manifest section by section.</summary>
internal static class ManifestReader
{
    private static readonly Dictionary<string, AuthKind> AuthKinds = new()
    {
        ["none"] = AuthKind.None,
        ["basic"] = AuthKind.Basic,
        ["apiKeyHeader"] = AuthKind.ApiKeyHeader,
        ["oauth2ClientCredentials"] = AuthKind.OAuth2ClientCredentials,
    };

    public static AdapterManifest Read(ManifestSource source)
    {
        source.Text("$schema");
        var documents = source.Map("documents", DocumentReader.Read);
        var plans = source.Map("operations", OperationReader.Read);
        var (delivery, rate) = Delivery(source.ChildOrEmpty("delivery"));
        if (documents.Count == 0)
        {
            source.Report("documents", "required", "An adapter has at least one document.");
        }

        var description = new AdapterDescription(
            source.RequiredText("key"),
            source.RequiredText("title"),
            documents,
            plans.ToDictionary(pair => pair.Key, pair => pair.Value.Description),
            [.. source.List("push").Select(Push)],
            Link(source.ChildOrEmpty("link")),
            delivery);
        var manifest = new AdapterManifest(description)
        {
            About = source.Text("description") ?? "",
            Auth = source.Child("auth") is { } auth ? Auth(auth) : OutboundAuth.None,
            Inbound = source.Child("inbound") is { } inbound ? Inbound(inbound) : InboundAuth.Default,
            Feeds = source.Map("feeds", FeedReader.Read),
            Imports = source.Map("imports", Import),
            Plans = plans,
            RatePerSecond = rate,
            Attachments = Attachments(source.ChildOrEmpty("attachments")),
        };
        source.Done();
        return manifest;
    }

    private static TableImport Import(ManifestSource source, string name)
    {
        var import = new TableImport(name, source.RequiredText("document")) { Title = source.Text("title") ?? name };
        source.Done();
        return import;
    }

    private static OutboundAuth Auth(ManifestSource source)
    {
        if (!source.Has("kind"))
        {
            source.Report("kind", "required", "'kind' is missing.");
        }

        var auth = new OutboundAuth(source.Word("kind", AuthKind.None, AuthKinds))
        {
            Header = source.Text("header") ?? "Authorization",
            Prefix = source.Text("prefix") ?? "",
            TokenPath = source.Text("tokenPath"),
            Scope = source.Text("scope"),
            ClientInHeader = source.Word("clientIn", false, new Dictionary<string, bool> { ["body"] = false, ["basic"] = true }),
        };
        source.Done();
        return auth;
    }

    private static InboundAuth Inbound(ManifestSource source)
    {
        var kinds = source.Has("auth") ? source.Texts("auth") : ["apiKey"];
        if (kinds.Count == 0 || kinds.Any(kind => kind is not ("apiKey" or "standardWebhooks")))
        {
            source.Report("auth", "unknown_word", "A list of these is expected here: apiKey, standardWebhooks.");
        }

        var inbound = new InboundAuth(kinds.Contains("apiKey"), kinds.Contains("standardWebhooks"), source.Duration("tolerance", InboundAuth.DefaultTolerance));
        source.Done();
        return inbound;
    }

    private static StatusPush Push(ManifestSource source)
    {
        var push = new StatusPush(source.Texts("statuses"), source.Texts("outcomes"), source.RequiredText("operation"), source.RequiredText("map"));
        source.Done();
        return push;
    }

    private static LinkPolicy Link(ManifestSource source)
    {
        var otherwise = LinkPolicy.Default;
        var maySet = new List<StatusWord>();
        foreach (var word in source.Texts("maySet"))
        {
            if (EnumWord.TryParse<StatusWord>(word, out var status))
            {
                maySet.Add(status);
            }
            else
            {
                source.Report("maySet", "unknown_word", $"'{word}' is none of: {string.Join(", ", EnumWord.All<StatusWord>())}.");
            }
        }

        var policy = new LinkPolicy
        {
            Order = source.EnumWordOf("order", otherwise.Order),
            Freshness = source.EnumWordOf("freshness", otherwise.Freshness),
            EchoByOrigin = source.Flag("echoByOrigin", otherwise.EchoByOrigin),
            EchoByContent = source.Flag("echoByContent", otherwise.EchoByContent),
            MaySet = [.. maySet],
            OnDead = source.EnumWordOf("onDead", otherwise.OnDead),
        };
        source.Done();
        return policy;
    }

    private static (DeliveryPolicy Policy, int? RatePerSecond) Delivery(ManifestSource source)
    {
        var otherwise = DeliveryPolicy.Default;
        var policy = new DeliveryPolicy(
            (int)source.Number("concurrency", otherwise.Concurrency, 1, 256),
            (int)source.Number("maxAttempts", otherwise.MaxAttempts, 1, 1000),
            source.Duration("firstDelay", otherwise.FirstDelay),
            source.Duration("maxDelay", otherwise.MaxDelay),
            source.Duration("attemptTimeout", otherwise.AttemptTimeout));
        int? rate = source.Has("ratePerSecond") ? (int)source.Number("ratePerSecond", 1, 1, 10_000) : null;
        if (policy.MaxDelay < policy.FirstDelay)
        {
            source.Report("maxDelay", "range", "'maxDelay' is shorter than 'firstDelay'.");
        }

        if (policy.AttemptTimeout < TimeSpan.FromMilliseconds(100) || policy.AttemptTimeout > TimeSpan.FromMinutes(10))
        {
            source.Report("attemptTimeout", "range", "'attemptTimeout' is from 100ms to 10m.");
        }

        source.Done();
        return (policy, rate);
    }

    private static AttachmentRule Attachments(ManifestSource source)
    {
        var otherwise = AttachmentRule.Default;
        var rule = new AttachmentRule(
            source.Text("path"),
            source.Number("maxSize", otherwise.MaxSize, 1, int.MaxValue),
            source.Flag("stripMetadata", otherwise.StripMetadata));
        if (rule.Path is { } path && (!path.StartsWith('/') || !path.Contains("{id}", StringComparison.Ordinal)))
        {
            source.Report("path", "path", "A path that begins with '/' and contains {id} is expected here.");
        }

        source.Done();
        return rule;
    }
}
