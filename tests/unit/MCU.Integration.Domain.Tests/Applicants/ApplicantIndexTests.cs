using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Domain.Tests.Applicants;

public sealed class ApplicantIndexTests
{
    [Theory]
    [InlineData(" Королёв ", "королев")]
    [InlineData("КОРОЛЕ\u0308В", "королев")]
    [InlineData("Римский — Корсаков", "римский-корсаков")]
    [InlineData("Римский-Корсаков", "римский-корсаков")]
    [InlineData("Оглы  Мамед", "оглы мамед")]
    [InlineData("О'Нил", "онил")]
    [InlineData("  ", null)]
    [InlineData("123", null)]
    [InlineData(null, null)]
    public void LastName_AnyWriting_IsOneTerm(string? written, string? expected) => ApplicantIndex.LastName(written).ShouldBe(expected);

    [Theory]
    [InlineData("+7 (865) 212-34-56", "+78652123456")]
    [InlineData("8 865 212 34 56", "+78652123456")]
    [InlineData("8652123456", "+78652123456")]
    [InlineData("+374 10 123456", "+37410123456")]
    [InlineData("02", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Phone_AnyWriting_IsOneTerm(string? written, string? expected) => ApplicantIndex.Phone(written).ShouldBe(expected);

    [Theory]
    [InlineData(" Ivan@Example.RU ", "ivan@example.ru")]
    [InlineData("нет", null)]
    [InlineData(null, null)]
    public void Email_AnyWriting_IsOneTerm(string? written, string? expected) => ApplicantIndex.Email(written).ShouldBe(expected);

    [Fact]
    public void TermsOf_Applicant_SkipsWhatIsMissing() =>
        ApplicantIndex.TermsOf(Applicant() with { Phone = null }).ShouldBe([new(IndexField.LastName, "королев"), new(IndexField.Email, "k@example.ru")]);

    [Fact]
    public void ToString_Applicant_SaysNothingAboutThePerson()
    {
        Applicant().ToString().ShouldBe("Applicant 019abcde-0000-7000-8000-000000000001");
        new IndexTerm(IndexField.Phone, "+78652123456").ToString().ShouldBe("IndexTerm Phone");
    }

    private static Applicant Applicant() => new()
    {
        Id = ApplicantId.From(Guid.Parse("019abcde-0000-7000-8000-000000000001")),
        Kind = ApplicantKind.Citizen,
        LastName = "Королёв",
        FirstName = "Иван",
        Phone = "88652123456",
        Email = "K@example.ru",
    };
}
