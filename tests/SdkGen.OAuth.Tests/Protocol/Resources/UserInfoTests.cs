namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>The standard claims of a user (OpenID Connect Core section 5.1), by their registered names.</summary>
public sealed class UserInfoTests
{
    private const string Standard = """
        {"id":"7","name":"Ada King","given_name":"Ada","family_name":"King","middle_name":"Augusta","nickname":"Countess",
         "preferred_username":"ada","profile":"https://p.example/ada","picture":"https://p.example/ada.png","website":"https://ada.example",
         "email":"ada@example.com","email_verified":true,"gender":"female","birthdate":"1815-12-10","zoneinfo":"Europe/London",
         "locale":"en-GB","phone_number":"+44 20 1234","phone_number_verified":false,"address":{"locality":"London"},"updated_at":1700000000,
         "team":"engines"}
        """;

    [Fact]
    public async Task Each_standard_claim_is_a_property()
    {
        var user = await GetAsync(Standard);

        Assert.Equal(("7", "Ada King", "Ada", "King"), (user.Subject, user.Name, user.GivenName, user.FamilyName));
        Assert.Equal(("Augusta", "Countess", "ada"), (user.MiddleName, user.Nickname, user.PreferredUsername));
        Assert.Equal(("female", "1815-12-10"), (user.Gender, user.Birthdate));
        Assert.Equal(("https://p.example/ada", "https://p.example/ada.png", "https://ada.example"), (user.Profile, user.Picture, user.Website));
        Assert.Equal(("ada@example.com", true), (user.Email, user.EmailVerified));
        Assert.Equal(("+44 20 1234", false), (user.PhoneNumber, user.PhoneNumberVerified));
        Assert.Equal(("Europe/London", "en-GB"), (user.ZoneInfo, user.Locale));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), user.UpdatedAt);
    }

    [Fact]
    public async Task A_claim_is_found_by_its_registered_name_wherever_the_provider_puts_it()
    {
        var user = await GetAsync(Standard);

        Assert.Equal(("7", "7"), (user["sub"], user["id"]));
        Assert.Equal(("Augusta", "engines"), (user["middle_name"], user["team"]));
        Assert.All([user["address"], user["nothing"]], Assert.Null);
        Assert.Equal(new EndpointTests.Person("7", "ada@example.com"), user.ReadAs(EndpointTests.Json.Default.Person));
    }

    [Fact]
    public async Task The_standard_claims_are_listed_and_then_what_else_there_is_if_it_is_wanted()
    {
        string[] standard =
        [
            "sub", "name", "given_name", "family_name", "middle_name", "nickname", "preferred_username", "profile", "picture", "website", "email",
            "email_verified", "gender", "birthdate", "zoneinfo", "locale", "phone_number", "phone_number_verified", "address", "updated_at",
        ];
        var user = await GetAsync(Standard);

        Assert.Equal(standard, user.Claims(others: false).Select(claim => claim.Key));
        Assert.Equal([.. standard, "id", "team"], user.Claims(others: true).Select(claim => claim.Key));
        Assert.Equal(("7", "engines"), (user.Claims(others: true).First().Value.GetString(), user.Claims(others: true).Last().Value.GetString()));
        Assert.Equal(["sub", "email"], (await GetAsync("""{"email":"ada@example.com","id":7}""")).Claims(others: false).Select(claim => claim.Key));
    }

    [Fact]
    public void User_info_that_a_test_makes_has_a_subject_and_nothing_else()
    {
        var user = new UserInfo("7");

        Assert.Equal(("7", "7"), (user.Subject, user["sub"]));
        Assert.All([user.Name, user["id"]], Assert.Null);
        Assert.Null(user.EmailVerified);
        Assert.Null(user.UpdatedAt);
        Assert.Null(user.ReadAs(EndpointTests.Json.Default.Person));
        Assert.Empty(user.Claims(others: true));
    }

    [Theory]
    [InlineData("0", "1970-01-01T00:00:00")]
    [InlineData("\"1700000000\"", "2023-11-14T22:13:20")]
    [InlineData("1700000000.9", "2023-11-14T22:13:20")]
    [InlineData("\"2024-01-02T03:04:05+01:00\"", "2024-01-02T02:04:05")]
    [InlineData("\"2024-01-02\"", "2024-01-02T00:00:00")]
    [InlineData("1e300", "9999-12-31T23:59:59")]
    [InlineData("-1", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("true", null)]
    [InlineData("{}", null)]
    public async Task The_time_of_a_change_is_read_however_it_is_written(string json, string? time) => Assert.Equal(
        time, (await GetAsync($$"""{"id":7,"updated_at":{{json}}}""")).UpdatedAt?.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("1", null)]
    [InlineData("\"yes\"", null)]
    [InlineData("null", null)]
    public async Task What_is_verified_says_so_plainly(string json, bool? isVerified)
    {
        var user = await GetAsync($$"""{"id":7,"email_verified":{{json}},"phone_number_verified":{{json}}}""");

        Assert.Equal((isVerified, isVerified), (user.EmailVerified, user.PhoneNumberVerified));
    }

    private static async Task<UserInfo> GetAsync(string body) =>
        await Clients.Create<IPlain>(new Wire().Answer("/me", body)).GetUserInfoAsync(new UserInfoRequest { AccessToken = "at", Subject = null });
}
