using Microsoft.CodeAnalysis.CSharp;

namespace SdkGen.OAuth.Generator.Tests;

/// <summary>Sources that somebody is in the middle of writing. The tests of the generator and of the analyzers share this file.</summary>
internal static class HalfWritten
{
    /// <summary>Declarations of every kind, with every attribute.</summary>
    private const string Source = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using SdkGen.OAuth;
        namespace Acme.Identity
        {
            public enum Display { Page, [OAuthParameter("touch-screen")] Touch = 1 << 2 }
            public interface IExtra<T> { [UserInfoRequest] Task<T> WhoAsync(TokenResponse token); int Value { get; } }
            [OAuthProvider("https://{project}.id.example/{version}", ClientId = "tenant={tenant}", Scopes = new[] { "openid", "email" },
                IdTokenIssuers = ["https://{id_token.tid}.id.example"], ScopeSeparator = ',', JsonSerializerContext = typeof(AppJson))]
            [OAuthVariable("version", Default = "v2", Pattern = "v[0-9]+"), OAuthVariable("region", Values = ["eu=1", "us=2"], From = "callback.region")]
            [OAuthParameter("prompt", "{prompt?}", On = OAuthMessage.Authorization | OAuthMessage.Token, When = ParameterCondition.OfflineAccess)]
            [OAuthParameter("state", As = "s", In = ParameterLocation.Query)]
            [OAuthRequest(OAuthMessage.Token, Body = RequestBody.Json, Endpoint = "https://{region}.id.example/token", Method = "POST")]
            [OAuthResponse(OAuthMessage.UserInfo, Root = "data.items[0]", Keep = ["a"], MatchSubject = false), OAuthError("1", "slow_down")]
            [OAuthMember("expires_in", "expires", Unit = LifetimeUnit.Milliseconds)]
            public partial interface IOry : IAuthorizationCodeGrant, IUserInfoEndpoint<OryUser>, IExtra<string?[]>
            {
                [AuthorizationRequest(Scopes = ["read"]), OAuthParameter("prompt", "login")]
                Task<AuthorizationRequest> SignInAsync(Uri redirectUri, Display? display = Display.Page, params string[] scopes);
                [RefreshTokenRequest] Task<TokenResponse> RefreshAsync<T>(in string refreshToken, T? value = default) where T : class;
                event Action Changed; string this[int index] { get; }
            }
            public partial class Outer { internal partial record struct Middle { [OAuthProvider(TokenEndpoint = "http://a.example")] partial interface @class : IOry; } }
            public record OryUser(string Sub); public sealed partial class OryClient { } public class OryOptions;
        }
        """;

    /// <summary>The source, cut off at every so many characters, at another place in each line.</summary>
    public static IEnumerable<string> CutOff(int step) =>
        Enumerable.Range(0, Source.Length / step).Select(i => Source[..((i * step) + (i % step))]);

    /// <summary>The source without some of its words. They are the same in every run: a failure can be looked at again.</summary>
    public static IEnumerable<string> WithWordsMissing(int count)
    {
        var words = CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens().Select(token => token.ToFullString()).ToArray();
        var random = new Random(2616);
        for (var i = 0; i < count; i++)
        {
            var missing = Enumerable.Range(0, 1 + (i % 4)).Select(_ => random.Next(words.Length)).ToHashSet();
            yield return string.Concat(words.Where((_, index) => !missing.Contains(index)));
        }
    }
}
