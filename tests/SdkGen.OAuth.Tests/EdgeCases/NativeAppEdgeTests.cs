using System.Net;
using System.Net.Sockets;
using SdkGen.OAuth.NativeApps;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>Programs on a user's machine (RFC 8252): the remaining NA rows.</summary>
public sealed class NativeAppEdgeTests
{
    [Theory]
    [InlineData("http://127.0.0.1:4711/cb")]
    [InlineData("http://[::1]:4711/cb")]
    public void NA_02_both_loopback_addresses_are_redirect_URIs(string uri) => RedirectUriRule.Check(new(uri));

    [Fact]
    public async Task NA_02_the_listener_takes_the_family_that_the_machine_has()
    {
        using var listener = new LoopbackListener(0, "/cb");
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Parse(listener.RedirectUri.Host.Trim('[', ']')), listener.RedirectUri.Port);

        Assert.Equal(Socket.OSSupportsIPv4 ? "127.0.0.1" : "[::1]", listener.RedirectUri.Host);
    }

    [Fact]
    public void NA_03_the_listener_has_an_address_and_no_name_and_is_not_reached_from_elsewhere()
    {
        using var listener = new LoopbackListener(0, "/cb");

        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(listener.RedirectUri.Host.Trim('[', ']'))));
        Assert.NotEqual("localhost", listener.RedirectUri.Host);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    public void NA_03_an_address_that_others_can_reach_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => new LoopbackListener(0, "/cb", IPAddress.Parse(address)).Dispose());

    [Theory]
    [InlineData("app:/cb")]
    [InlineData("myapp://callback")]
    [InlineData("com.example.app://callback")]
    [InlineData("com.example.app://host/callback")]
    public void NA_05_a_private_scheme_has_a_dot_and_one_slash(string uri) => Assert.Throws<ArgumentException>(() => RedirectUriRule.Check(new(uri)));

    [Fact]
    public void NA_05_the_reverse_of_a_domain_is_a_private_scheme() => RedirectUriRule.Check(new("com.example.app:/callback"));

    [Fact]
    public async Task NA_08_a_public_client_proves_its_code_as_any_other()
    {
        var client = Clients.Create<IPlain>(new Wire(), options => options.ClientSecret = null);

        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("com.example.app:/callback") });

        Assert.Contains("code_challenge_method=S256", request.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public void NA_10_there_is_nothing_that_embeds_a_browser() => Assert.DoesNotContain(
        typeof(OAuthClient).Assembly.GetReferencedAssemblies(),
        reference => reference.Name!.Contains("WebView", StringComparison.OrdinalIgnoreCase) || reference.Name.StartsWith("System.Windows", StringComparison.Ordinal));
}
