using System.Text.Json;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Tests.Values;

public sealed class ValueListTests
{
    [Fact]
    public void Equals_SameElements_IsEqualAndHashesAlike()
    {
        ValueList<string> one = ["a", "b"];
        ValueList<string> other = new[] { "a", "b" }.ToValueList();

        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
        (one == ["b", "a"]).ShouldBeFalse();
    }

    [Fact]
    public void Default_IsEmptyAndEqualToEmpty()
    {
        ValueList<int> none = default;

        none.IsEmpty.ShouldBeTrue();
        none.ShouldBe([]);
        none.ShouldBe(Array.Empty<int>().ToValueList());
    }

    [Fact]
    public void Json_IsAPlainArray()
    {
        ValueList<int> list = [1, 2];

        JsonSerializer.Serialize(list, DomainJson.Options).ShouldBe("[1,2]");
        JsonSerializer.Deserialize<ValueList<int>>("[1,2]", DomainJson.Options).ShouldBe(list);
    }
}
