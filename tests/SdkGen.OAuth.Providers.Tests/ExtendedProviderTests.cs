using SdkGen.OAuth.Providers.Tests.Framework;

namespace SdkGen.OAuth.Providers.Tests;

/// <summary>A program inherits an interface of the catalogue, which is another assembly, and states what is different.</summary>
[OAuthProvider(TokenEndpoint = "https://proxy.example/github/token", Scopes = ["repo"])]
[OAuthParameter("allow_signup", "false", On = OAuthMessage.Authorization)]
[OAuthMember("picture", "image_url")]
public partial interface ICompanyGitHub : IGitHub, IChooseAccount;

/// <summary>A part of a provider, for several.</summary>
public interface IChooseAccount
{
    /// <summary>A request of the program's own.</summary>
    [AuthorizationRequest, OAuthParameter("prompt", "select_account")]
    Task<AuthorizationRequest> ChooseAccountAsync(Uri redirectUri, string? login = null, CancellationToken cancellationToken = default);
}

/// <summary>A shop, with the hook of the catalogue.</summary>
[OAuthProvider(Scopes = ["read_orders"])]
public partial interface ICompanyShop : IShopify;

public sealed class ExtendedProviderTests
{
    [Fact]
    public void What_the_base_declares_is_inherited()
    {
        var declaration = CatalogueProvider.Of(typeof(ICompanyGitHub)).Declaration;

        Assert.Equal("CompanyGitHub", declaration.Name);
        Assert.Equal("https://github.com/login/oauth/authorize", declaration.Provider.AuthorizationEndpoint);
        Assert.Equal(ClientAuthenticationMethod.ClientSecretPost, declaration.Provider.ClientAuthentication);
        Assert.Contains(declaration.Members, member => member is { Name: "sub", From: "id" });
        Assert.True(declaration.Messages.HasFlag(OAuthMessage.DeviceCode | OAuthMessage.UserInfo));
    }

    [Fact]
    public void What_it_states_itself_is_stronger()
    {
        var declaration = CatalogueProvider.Of(typeof(ICompanyGitHub)).Declaration;

        Assert.Equal("https://proxy.example/github/token", declaration.Provider.TokenEndpoint);
        Assert.Equal(["repo"], declaration.Provider.Scopes);
        Assert.Equal("image_url", declaration.Members.Last(member => member.Name == "picture").From);
    }

    [Fact]
    public async Task A_corrected_attribute_is_the_one_that_is_used()
    {
        ICompanyGitHub client = CompanyGitHubClient.Create(new() { ClientId = "client-1" });

        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/callback") });

        Assert.StartsWith("https://github.com/login/oauth/authorize?", request.Uri.OriginalString, StringComparison.Ordinal);
        Assert.Contains("&scope=repo&", request.Uri.Query, StringComparison.Ordinal);
        Assert.Contains("&allow_signup=false", request.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_of_an_inherited_interface_is_a_message_too()
    {
        ICompanyGitHub client = CompanyGitHubClient.Create(new() { ClientId = "client-1" });

        var request = await client.ChooseAccountAsync(new("https://app.example/callback"), login: "ada");

        Assert.Contains("&login=ada", request.Uri.Query, StringComparison.Ordinal);
        Assert.Contains("&prompt=select_account", request.Uri.Query, StringComparison.Ordinal);
        Assert.Contains("&allow_signup=false", request.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public void The_client_is_one_of_the_base_too_and_generic_code_finds_each_by_itself()
    {
        IGitHub client = CompanyGitHubClient.Create(new() { ClientId = "client-1" });

        Assert.IsType<CompanyGitHubClient>(client);
        Assert.Equal("GitHub", CatalogueProvider.Of(typeof(IGitHub)).Declaration.Name);
        Assert.Equal("CompanyGitHub", CatalogueProvider.Of(typeof(ICompanyGitHub)).Declaration.Name);
    }

    [Fact]
    public void A_hook_is_inherited()
    {
        var hook = Assert.Single(CatalogueProvider.Of(typeof(ICompanyShop)).Declaration.Hooks);

        Assert.IsType<ShopifyCallbackSignature>(hook.Hook);
        Assert.Equal(OAuthMessage.Authorization, hook.Messages);
    }
}
