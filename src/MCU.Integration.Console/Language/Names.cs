using MCU.Integration.Domain.Cases;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Console.Language;

/// <summary>Titles of what is known by key: systems, bodies, rules, documents, operations. A key that is not known (any more) is its own title.</summary>
public sealed class Names(IAdapterSource adapters, ActiveSets sets)
{
    public string Adapter(string key) => Find(key)?.Title ?? key;

    public string Document(string adapter, string type) => Find(adapter)?.Documents.GetValueOrDefault(type)?.Title ?? type;

    public string Operation(string adapter, string operation) => Find(adapter)?.Operations.GetValueOrDefault(operation)?.Title ?? operation;

    public string Body(string key) => sets.Current.Rules.Content.Directory.Find(key) is { } body ? body.ShortTitle ?? body.Title : key;

    public string Executor(CaseRoute route) =>
        sets.Current.Rules.Content.Directory.Find(route.Body) is { } body
            ? body.Executors.FirstOrDefault(post => post.Key == route.Executor) is { } executor ? $"{body.ShortTitle ?? body.Title}, {executor.Title}" : body.ShortTitle ?? body.Title
            : route.Body;

    public string Rule(string id) => sets.Current.Rules.AutoRules.Rules.FirstOrDefault(rule => rule.Id == id)?.Title ?? id;

    public IReadOnlyList<AdapterDescription> Adapters => adapters.All;

    public IReadOnlyList<Domain.Directory.DirectoryBody> Bodies => sets.Current.Rules.Content.Directory.Bodies;

    private AdapterDescription? Find(string key) => adapters.All.FirstOrDefault(adapter => adapter.Key == key);
}
