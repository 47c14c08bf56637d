namespace SdkGen.OAuth.Tests.Metadata;

/// <summary>A metadata document that is kept in the project: what it says holds, and nobody is asked.</summary>
public sealed class KeptDocumentTests
{
    private static readonly Uri RedirectUri = new("https://app.example/cb");

    [Fact]
    public async Task Nothing_is_requested_but_the_token()
    {
        var wire = new Wire().Always("/token", """{"access_token":"at","token_type":"Bearer"}""");
        await Create(wire).RequestClientTokenAsync();
        Assert.Equal("https://fabrikam.kept.example.com/token", Assert.Single(wire.Requests).Uri.AbsoluteUri);
        Assert.Equal("the-secret", Assert.Single(wire.Last.Fields["client_secret"]));
    }

    [Fact]
    public async Task The_endpoints_are_those_of_the_applications_own_tenant() => Assert.StartsWith(
        "https://fabrikam.kept.example.com/authorize?",
        (await Create(new Wire()).CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri })).Uri.AbsoluteUri,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_issuer_of_a_callback_is_checked_as_the_document_announces()
    {
        var client = Create(new Wire());
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        await Clients.FailsAsync(OAuthFailure.IssuerMissing, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
        request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri });
        await Clients.FailsAsync(OAuthFailure.IssuerMismatch, () => client.RedeemAuthorizationCodeAsync(
            request, Clients.Callback(request, extra: "&iss=https%3A%2F%2Fcontoso.kept.example.com")));
    }

    [Fact]
    public void Every_URL_of_a_document_is_filled()
    {
        var urls = typeof(ProviderMetadata).GetProperties()
            .Where(property => property.PropertyType == typeof(string) && (property.Name.EndsWith("Endpoint", StringComparison.Ordinal) || property.Name.EndsWith("Uri", StringComparison.Ordinal)))
            .ToList();
        var metadata = new ProviderMetadata();
        urls.ForEach(property => property.SetValue(metadata, "{tenant}"));

        var filled = metadata.Fill(_ => "filled");

        Assert.All(urls, property => Assert.Equal((property.Name, "filled"), (property.Name, property.GetValue(filled))));
    }

    [Fact]
    public async Task Stated_metadata_win_over_the_document()
    {
        var client = Create(new Wire(), options => options.Metadata = new() { Issuer = "https://test.example", AuthorizationEndpoint = "https://test.example/a" });
        Assert.StartsWith(
            "https://test.example/a?",
            (await client.CreateAuthorizationRequestAsync(new() { RedirectUri = RedirectUri })).Uri.AbsoluteUri,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_filled_document_keeps_everything_else_that_it_says()
    {
        var kept = KeptClient.Declaration.Metadata!;
        var filled = kept.Fill(url => url.Replace("{tenant}", "t", StringComparison.Ordinal));
        foreach (var property in typeof(ProviderMetadata).GetProperties())
        {
            var (before, after) = (property.GetValue(kept), property.GetValue(filled));
            Assert.Equal(before is string text && property.Name != nameof(ProviderMetadata.Issuer) ? text.Replace("{tenant}", "t", StringComparison.Ordinal) : before, after);
        }
    }

    private static IKept Create(Wire wire, Action<OAuthClientOptions>? configure = null) =>
        Clients.Create<IKept>(wire, configure, null, ("Tenant", "fabrikam"));
}
