using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MCU.Integration.FunctionalTests.Hosting;

namespace MCU.Integration.FunctionalTests.Intake;

/// <summary>Bad input gets the right 4xx with pointers, good input a durable 202 (promises 1, 2 and 10).</summary>
public abstract class IntakeTests(HubHost hub) : HubTests(hub)
{
    static IntakeTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task Send_ValidDocument_IsAcceptedAndCanBeSeen()
    {
        using var client = Hub.Admin();

        using var response = await client.PostAsync(Documents.CardStatus, Documents.Json(Documents.NewCardStatus()));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var message = await JsonOf(await client.GetAsync(response.Headers.Location));
        message.GetProperty("type").GetString().ShouldBe("sed.card.status");
        message.GetProperty("id").GetString().ShouldBe((await JsonOf(response)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Send_SameDocumentAgain_GetsTheFirstAnswer()
    {
        using var client = Hub.Admin();
        var document = Documents.NewCardStatus();

        using var first = await client.PostAsync(Documents.CardStatus, Documents.Json(document));
        using var second = await client.PostAsync(Documents.CardStatus, Documents.Json(document));

        second.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        second.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Fact]
    public async Task Send_SameKeyWithOtherContent_IsRefused()
    {
        using var client = Hub.Admin();
        var document = Documents.NewCardStatus();
        using var first = await client.PostAsync(Documents.CardStatus, Documents.Json(document));
        document["to"] = "on_review";

        using var second = await client.PostAsync(Documents.CardStatus, Documents.Json(document));

        await ShouldBeProblem(second, HttpStatusCode.UnprocessableEntity, "key_reused");
    }

    [Fact]
    public async Task Send_ManyAtOnceWithOneKey_StoresOne()
    {
        using var client = Hub.Admin();
        var document = Documents.NewCardStatus().ToJsonString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => client.PostAsync(Documents.CardStatus, Documents.Text(document))));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted);
        answers.Select(answer => answer.Headers.Location).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"event_id\": \"1\",\n \"card_id\": }", "json.", "line 2")]
    [InlineData("", "json.empty", "")]
    [InlineData("{\"a\":1,\"a\":2}", "json.", "line 1")]
    [InlineData("{\"a\":\"\\ud800\"}", "json.", "")]
    [InlineData("{} {}", "json.", "")]
    [InlineData("[1,2", "json.", "")]
    public async Task Send_WhatIsNotStrictJson_Is400WithItsPlace(string body, string code, string place)
    {
        using var client = Hub.Admin();

        using var response = await client.PostAsync(Documents.CardStatus, Documents.Text(body));

        var problem = await ShouldBeProblem(response, HttpStatusCode.BadRequest, "malformed");
        var error = problem.GetProperty("errors")[0];
        error.GetProperty("code").GetString().ShouldStartWith(code);
        error.GetProperty("message").GetString()!.ShouldContain(place);
    }

    [Fact]
    public async Task Send_DuplicateKeyDeepInside_NamesItsPointer()
    {
        using var client = Hub.Admin();

        using var response = await client.PostAsync(Documents.CardStatus, Documents.Text("{\"outcome\":{\"sstu\":\"Explained\",\"sstu\":\"Supported\"}}"));

        PointersOf(await ShouldBeProblem(response, HttpStatusCode.BadRequest, "malformed")).ShouldBe(["/outcome/sstu"]);
    }

    [Fact]
    public async Task Send_DeepDocument_Is400()
    {
        using var client = Hub.Admin();
        var deep = new string('[', 10_000) + new string(']', 10_000);

        using var response = await client.PostAsync(Documents.CardStatus, Documents.Text(deep));

        await ShouldBeProblem(response, HttpStatusCode.BadRequest, "malformed");
    }

    [Fact]
    public async Task Send_OtherEncoding_Is400()
    {
        using var client = Hub.Admin();
        var document = Documents.NewCardStatus();
        document["comment"] = "Яма";
        var text = document.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        using var response = await client.PostAsync(Documents.CardStatus, Documents.Bytes(Encoding.GetEncoding(1251).GetBytes(text)));

        var problem = await ShouldBeProblem(response, HttpStatusCode.BadRequest, "malformed");
        problem.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("json.encoding");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=windows-1251")]
    public async Task Send_OtherMediaType_Is415(string mediaType)
    {
        using var client = Hub.Admin();

        using var response = await client.PostAsync(Documents.CardStatus, Documents.Bytes("{}"u8.ToArray(), mediaType));

        await ShouldBeProblem(response, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task Send_Compressed_Is415()
    {
        using var client = Hub.Admin();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("{}"u8);
        }

        var content = Documents.Bytes(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await client.PostAsync(Documents.CardStatus, content);

        await ShouldBeProblem(response, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_TooLargeDocument_Is413(bool chunked)
    {
        using var client = Hub.Admin();
        var document = Documents.NewCardStatus();
        document["comment"] = new string('x', HubHost.MaxDocument);
        using var request = new HttpRequestMessage(HttpMethod.Post, Documents.CardStatus) { Content = Documents.Json(document) };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await client.SendAsync(request);

        await ShouldBeProblem(response, HttpStatusCode.RequestEntityTooLarge, "too_large");
    }

    [Fact]
    public async Task Send_SchemaViolation_Is422WithEveryPointerAndKeptAsRejected()
    {
        using var client = Hub.Admin();
        var document = Documents.NewCardStatus();
        document["to"] = "nowhere";
        document["revision"] = "one";

        using var response = await client.PostAsync(Documents.CardStatus, Documents.Json(document));

        var problem = await ShouldBeProblem(response, HttpStatusCode.UnprocessableEntity, "invalid");
        PointersOf(problem).Order().ShouldBe(["/revision", "/to"]);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("nowhere");
        var rejected = await JsonOf(await client.GetAsync("/api/v1/messages?adapter=sed&state=rejected&size=500"));
        rejected.GetProperty("items").EnumerateArray().ShouldContain(message => message.GetProperty("dedupKey").GetString() == (string?)document["event_id"]);
    }

    [Fact]
    public async Task Send_WithoutItsKey_Is400WithThePointer()
    {
        using var client = Hub.Admin();
        var document = Documents.NewCardStatus();
        document.Remove("event_id");

        using var response = await client.PostAsync(Documents.CardStatus, Documents.Json(document));

        PointersOf(await ShouldBeProblem(response, HttpStatusCode.BadRequest, "malformed")).ShouldBe(["/event_id"]);
    }

    [Theory]
    [InlineData("/api/v1/adapters/nobody/messages/sed.card.status")]
    [InlineData("/api/v1/adapters/sed/messages/sed.nothing")]
    [InlineData("/api/v1/adapters/sed/messages/sed.card")]
    public async Task Send_ToUnknownAdapterOrType_Is404(string path)
    {
        using var client = Hub.Admin();

        using var response = await client.PostAsync(path, Documents.Json(Documents.NewCardStatus()));

        await ShouldBeProblem(response, HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ApiKey short")]
    [InlineData("ApiKey mcu_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    public async Task Send_WithoutAValidKey_Is401(string? authorization)
    {
        using var client = Hub.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, Documents.CardStatus) { Content = Documents.Json(Documents.NewCardStatus()) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var response = await client.SendAsync(request);

        await ShouldBeProblem(response, HttpStatusCode.Unauthorized, "unauthorized");
        response.Headers.WwwAuthenticate.Select(way => way.Scheme).ShouldBe(["ApiKey", "Bearer"]);
    }

    [Fact]
    public async Task Send_WithTheKeyOfAnotherAdapter_Is403()
    {
        using var vendor = await Hub.WithRoleAsync("vendor", "pos");

        using var response = await vendor.PostAsync(Documents.CardStatus, Documents.Json(Documents.NewCardStatus()));

        await ShouldBeProblem(response, HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Send_WithABearerKeyOfItsAdapter_IsAccepted()
    {
        using var client = Hub.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Hub.NewKeyAsync("vendor", "sed"));

        using var response = await client.PostAsync(Documents.CardStatus, Documents.Json(Documents.NewCardStatus()));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Send_AfterAllThat_TheHubIsHealthyAndTheLedgerExact()
    {
        using var client = Hub.Admin();

        (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await JsonOf(await client.GetAsync("/api/v1/ledger/verify"))).GetArrayLength().ShouldBe(0);
        var total = (await JsonOf(await client.GetAsync("/api/v1/ledger"))).GetProperty("total");
        total.GetProperty("received").GetInt64().ShouldBe(total.GetProperty("rejected").GetInt64() + total.GetProperty("accepted").GetInt64());
    }
}
