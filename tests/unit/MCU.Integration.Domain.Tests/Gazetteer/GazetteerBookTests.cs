using System.Text;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Content;
using MCU.Integration.Domain.Gazetteer;

namespace MCU.Integration.Domain.Tests.Gazetteer;

public sealed class GazetteerBookTests
{
    private const string Street = "b2a3c7f0-0000-4000-8000-000000000001";

    private static readonly GazetteerBook Book = new([Read(
        """
        {
          "key": "city", "title": "Город", "oktmo": "07701000",
          "districts": [
            { "name": "Западный", "outline": [{ "lat": 45.0, "lon": 41.0 }, { "lat": 45.0, "lon": 42.0 }, { "lat": 46.0, "lon": 42.0 }, { "lat": 46.0, "lon": 41.0 }] },
            { "name": "Восточный", "oktmo": "07701000001" }
          ],
          "streets": [
            { "name": "Мира", "parts": [{ "district": "Западный", "from": 1, "to": 19, "side": "odd" }, { "district": "Восточный", "to": 100 }] },
            { "name": "Октябрьская", "district": "Западный" },
            { "name": "Октябрьской Революции", "district": "Восточный" },
            { "name": "50 лет ВЛКСМ", "gar": "b2a3c7f0-0000-4000-8000-000000000001", "otherNames": ["50-летия ВЛКСМ"], "district": "Восточный" }
          ]
        }
        """)]);

    [Theory]
    [InlineData("ул. Мира, 7", "Западный")]
    [InlineData("улица Мира д. 8/2, кв. 5", "Восточный")]
    [InlineData("Мира 21", "Восточный")]
    [InlineData("г.Ставрополь,УЛ.ОКТЯБРЬСКАЯ,д.1", "Западный")]
    [InlineData("пр-кт Октябрьской Революции, 4", "Восточный")]
    [InlineData("50 лет влксм, дом 8", "Восточный")]
    [InlineData("у магазина на 50-летия ВЛКСМ", "Восточный")]
    public void Resolve_AddressAsPeopleWriteIt_FindsTheDistrict(string address, string district) =>
        Book.Resolve(Territory.Unresolved, address).District.ShouldBe(district);

    [Theory]
    [InlineData("ул. Мира")]
    [InlineData("ул. Мира, 101")]
    [InlineData("ул. Мирабилиса, 7")]
    [InlineData("50")]
    [InlineData("во дворе")]
    [InlineData("")]
    [InlineData(null)]
    public void Resolve_AddressThatLeavesItOpen_GuessesNothing(string? address) =>
        Book.Resolve(Territory.Unresolved, address).ShouldBe(Territory.Unresolved);

    [Fact]
    public void Resolve_Address_BringsOktmoAndStreet()
    {
        var found = Book.Resolve(Territory.Unresolved, "50 лет ВЛКСМ, 8");

        (found.Oktmo, found.GarObject).ShouldBe(("07701000001", Guid.Parse(Street)));
    }

    [Theory]
    [InlineData(45.5, 41.5, "Западный")]
    [InlineData(45.5, 42.5, null)]
    public void Resolve_Point_IsInTheDistrictWhoseBorderSurroundsIt(double latitude, double longitude, string? district) =>
        Book.Resolve(new() { Latitude = latitude, Longitude = longitude }, null).District.ShouldBe(district);

    [Theory]
    [InlineData("восточный район")]
    [InlineData("ВОСТОЧНЫЙ Р-Н")]
    public void Resolve_DistrictThatTheSourceNames_CountsMoreThanTheAddressAndIsSpeltAsTheCityDoes(string said) =>
        Book.Resolve(new() { District = said, Oktmo = "1" }, "ул. Октябрьская, 1").ShouldBe(new() { District = "Восточный", Oktmo = "1" });

    [Fact]
    public void Resolve_DistrictThatTheCityDoesNotHave_GivesWayToTheAddressOnly()
    {
        Book.Resolve(new() { District = "Южный" }, "ул. Октябрьская, 1").District.ShouldBe("Западный");
        Book.Resolve(new() { District = "Южный" }, null).District.ShouldBe("Южный");
    }

    [Theory]
    [InlineData("""{ "key": "a", "title": "A", "oktmo": "77", "districts": [{ "name": "x" }] }""", "/oktmo")]
    [InlineData("""{ "key": "a", "title": "A", "oktmo": "07701000", "districts": [] }""", "/districts")]
    [InlineData("""{ "key": "a", "title": "A", "oktmo": "07701000", "districts": [{ "name": "x" }], "streets": [{ "name": "s", "district": "y" }] }""", "/streets/0")]
    [InlineData("""{ "key": "a", "title": "A", "oktmo": "07701000", "districts": [{ "name": "x" }], "streets": [{ "name": "s" }] }""", "/streets/0")]
    [InlineData("""{ "key": "a", "title": "A", "oktmo": "07701000", "districts": [{ "name": "x" }], "streets": [{ "name": "s", "district": "x" }, { "name": "ул. S", "district": "x" }] }""", "/streets/1/name")]
    [InlineData("""{ "key": "a", "title": "A", "oktmo": "07701000", "districts": [{ "name": "x" }], "streets": [{ "name": "s", "district": "x", "gar": "1" }] }""", "/streets/0/gar")]
    public void Parse_FileWithAMistake_NamesItsPlace(string text, string pointer) =>
        GazetteerFile.Parse(Encoding.UTF8.GetBytes(text)).Problems.Select(problem => problem.Pointer).ShouldContain(pointer);

    private static GazetteerPlace Read(string text)
    {
        var read = GazetteerFile.Parse(Encoding.UTF8.GetBytes(text));
        read.Problems.ShouldBeEmpty();
        return read.Value!;
    }
}
