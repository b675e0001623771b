using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Console.Pages.Systems;

/// <summary>Settings of a connection while they are edited. A secret starts empty and stays as it is unless something is typed.</summary>
public sealed class SettingsForm
{
    private readonly IReadOnlyDictionary<string, string> _before;
    private readonly HashSet<string> _removed = [];

    public SettingsForm(IReadOnlyList<ConnectionField> fields, IReadOnlyDictionary<string, string> before)
    {
        (Fields, _before) = (fields, before);
        Values = fields.ToDictionary(field => field.Name, field => field.IsSecret ? "" : before.GetValueOrDefault(field.Name, ""));
    }

    public IReadOnlyList<ConnectionField> Fields { get; }

    public Dictionary<string, string> Values { get; }

    public bool HasChanges => ToChanges().Count > 0;

    public bool IsSet(string name) => _before.ContainsKey(name);

    /// <summary>Marks a secret to be taken away.</summary>
    public void Remove(string name, bool remove)
    {
        if (remove)
        {
            _removed.Add(name);
        }
        else
        {
            _removed.Remove(name);
        }
    }

    /// <summary>What was changed, as the use case takes it; null takes a setting away.</summary>
    public JsonElement ToElement() => JsonSerializer.SerializeToElement(ToChanges());

    private JsonObject ToChanges()
    {
        var changes = new JsonObject();
        foreach (var field in Fields.Where(field => !field.IsFixed))
        {
            var typed = Values[field.Name].Trim();
            if (field.IsSecret ? typed.Length > 0 : typed != _before.GetValueOrDefault(field.Name, ""))
            {
                changes[field.Name] = typed.Length == 0 ? null : typed;
            }
            else if (_removed.Contains(field.Name))
            {
                changes[field.Name] = null;
            }
        }

        return changes;
    }
}
