namespace SdkGen.OAuth.Tests.Security;

/// <summary>A provider whose registration says <c>frontchannel_logout_session_required: false</c>.</summary>
[OAuthProvider(TestIssuer.Issuer, FrontchannelLogoutSessionRequired = false)]
public partial interface ISessionlessIdp : IFrontchannelLogout;

/// <summary>OpenID Connect Front-Channel Logout 1.0 section 2: any page can load the address, only the provider knows the session.</summary>
public sealed class FrontchannelLogoutTests
{
    private const string Issuer = "iss=https%3A%2F%2Fid.example.com";

    [Theory]
    [InlineData("?" + Issuer + "&sid=s%201", "s 1", "s 1")]
    [InlineData(Issuer + "&sid=s1", null, "s1")]
    [InlineData("?" + Issuer + "&sid=s1&theme=dark&theme=light", "s1", "s1")]
    [InlineData("", null, null)]
    public async Task A_request_about_the_session_of_the_browser_is_accepted(string query, string? session, string? said)
    {
        var logout = await Client<IIdp>().ValidateFrontchannelLogoutAsync(new() { Query = query, SessionId = session });

        Assert.Equal(said, logout.SessionId);
        Assert.Equal(said is null ? null : TestIssuer.Issuer, logout.Issuer);
        Assert.Equal($"FrontchannelLogout {{ Issuer = {logout.Issuer} }}", logout.ToString());
    }

    [Theory]
    [InlineData("?iss=https%3A%2F%2Fevil.example&sid=s1", "s1", OAuthFailure.FrontchannelLogoutIssuer)]
    [InlineData("?iss=https%3A%2F%2Fid.example.com%2F&sid=s1", "s1", OAuthFailure.FrontchannelLogoutIssuer)]
    [InlineData("?" + Issuer + "&sid=s2", "s1", OAuthFailure.FrontchannelLogoutSession)]
    [InlineData("?" + Issuer, "s1", OAuthFailure.FrontchannelLogoutSession)]
    [InlineData("?sid=s1", "s1", OAuthFailure.FrontchannelLogoutSession)]
    [InlineData("", "s1", OAuthFailure.FrontchannelLogoutSession)]
    [InlineData("?" + Issuer + "&sid=s1&sid=s1", "s1", OAuthFailure.DuplicateParameter)]
    [InlineData("?" + Issuer + "&" + Issuer + "&sid=s1", "s1", OAuthFailure.DuplicateParameter)]
    public async Task A_request_that_any_page_could_have_made_is_refused(string query, string session, OAuthFailure failure) =>
        await Clients.FailsAsync(failure, () => Client<IIdp>().ValidateFrontchannelLogoutAsync(new() { Query = query, SessionId = session }));

    [Fact]
    public async Task Where_no_session_is_registered_to_be_required_none_has_to_be_named()
    {
        var client = Client<ISessionlessIdp>();

        Assert.Null((await client.ValidateFrontchannelLogoutAsync(new() { Query = "", SessionId = "s1" })).SessionId);
        await Clients.FailsAsync(
            OAuthFailure.FrontchannelLogoutSession,
            () => client.ValidateFrontchannelLogoutAsync(new() { Query = "?" + Issuer + "&sid=s2", SessionId = "s1" }));
    }

    private static T Client<T>()
        where T : class, IOAuthProvider<T> => Clients.Create<T>(
            new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()));
}
