namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>Parameters that a caller adds to one request.</summary>
public sealed class OAuthParametersTests
{
    [Theory]
    [InlineData("grant_type")]
    [InlineData("response_type")]
    [InlineData("client_id")]
    [InlineData("redirect_uri")]
    [InlineData("code")]
    [InlineData("request")]
    [InlineData("request_uri")]
    [InlineData("response_mode")]
    [InlineData("refresh_token")]
    [InlineData("device_code")]
    [InlineData("assertion")]
    [InlineData("subject_token")]
    [InlineData("token")]
    [InlineData("scope")]
    [InlineData("client_secret")]
    [InlineData("client_assertion")]
    [InlineData("client_assertion_type")]
    [InlineData("state")]
    [InlineData("nonce")]
    [InlineData("code_challenge")]
    [InlineData("code_challenge_method")]
    [InlineData("code_verifier")]
    [InlineData("dpop_jkt")]
    public void What_the_library_states_by_itself_cannot_be_stated(string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => new OAuthParameters { { name, "x" } });

        Assert.Equal($"'{name}' is a parameter that the library states by itself. (Parameter 'name')", exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void A_parameter_has_a_name(string? name) =>
        Assert.ThrowsAny<ArgumentException>(() => new OAuthParameters { { name!, "x" } });

    [Fact]
    public void A_value_is_written_as_it_is_sent_and_nothing_adds_nothing()
    {
        OAuthParameters parameters = new()
        {
            { "text", "a b" },
            { "no_text", (string?)null },
            { "truth", true },
            { "no_truth", (bool?)null },
            { "number", -5L },
            { "no_number", (long?)null },
            { "span", TimeSpan.FromMilliseconds(90_900) },
            { "no_span", (TimeSpan?)null },
            { "uri", new Uri("https://a.example") },
            { "no_uri", (Uri?)null },
            { "list", ["1", "2"] },
            { "no_list", (IEnumerable<string>?)null },
        };

        Assert.Equal(
            "text=a b; truth=true; number=-5; span=90; uri=https://a.example; list=1; list=2",
            string.Join("; ", parameters.Select(parameter => $"{parameter.Key}={parameter.Value}")));
    }

    [Fact]
    public void A_copy_can_be_added_to_and_its_original_stays()
    {
        var original = new OAuthParameters { { "a", "1" } };
        var copy = new OAuthParameters(original) { { "b", "2" } };

        Assert.Equal((1, 2), (original.Count, copy.Count));
    }

    [Fact]
    public void Names_are_shown_and_values_are_not() =>
        Assert.Equal("a, b", new OAuthParameters { { "a", "secret" }, { "b", "secret" } }.ToString());
}
