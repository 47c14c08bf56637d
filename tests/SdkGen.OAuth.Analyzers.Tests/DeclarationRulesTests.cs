using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>What the analyzer says of attributed interfaces: each rule fires at its place, and is silent on the twin that is right.</summary>
public sealed class DeclarationRulesTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using SdkGen.OAuth;

        """;

    /// <summary>Id, a declaration with the mistake marked, and the same declaration without it.</summary>
    public static TheoryData<string, string, string> Rules { get; } = new()
    {
        {
            "OAUTH0051",
            """public sealed class V : IAuthorizationResponseHook { public ValueTask VerifyAsync(AuthorizationResponseContext response, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] [{|OAUTH0051:OAuthHook<V>(OAuthMessage.Code)|}] public partial interface IA : IAuthorizationCodeGrant;""",
            """public sealed class V : IAuthorizationResponseHook { public ValueTask VerifyAsync(AuthorizationResponseContext response, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] [OAuthHook<V>(OAuthMessage.Authorization)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0051",
            """public sealed class V : IAuthorizationResponseHook { public ValueTask VerifyAsync(AuthorizationResponseContext response, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] [{|OAUTH0051:OAuthHook<V>(OAuthMessage.Authorization | OAuthMessage.Code)|}] public partial interface IA : IAuthorizationCodeGrant;""",
            """public sealed class H : IOAuthRequestHook { public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] [OAuthHook<H>(OAuthMessage.Authorization | OAuthMessage.Code)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0051",
            """public sealed class N : IOAuthHook; [OAuthProvider("https://a.example")] [{|OAUTH0051:OAuthHook<N>(OAuthMessage.Token)|}] public partial interface IA : IClientCredentialsGrant;""",
            """public sealed class H : IOAuthRequestHook { public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] [OAuthHook<H>(OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0051",
            """public sealed class H : IOAuthRequestHook { public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] [{|OAUTH0051:OAuthHook<H>|}] public partial interface IA : IClientCredentialsGrant;""",
            """public sealed class H : IOAuthRequestHook { public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest, OAuthHook<H>] Task<TokenResponse> GetAsync(); }"""
        },
        {
            "OAUTH0051",
            """public sealed class V : IAuthorizationResponseHook { public ValueTask VerifyAsync(AuthorizationResponseContext response, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] public partial interface IA : IAuthorizationCodeGrant { [AuthorizationRequest, {|OAUTH0051:OAuthHook<V>|}] Task<AuthorizationRequest> StartAsync(Uri redirectUri); }""",
            """public sealed class H : IOAuthRequestHook { public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] public partial interface IA : IAuthorizationCodeGrant { [AuthorizationRequest, OAuthHook<H>] Task<AuthorizationRequest> StartAsync(Uri redirectUri); }"""
        },
        {
            "OAUTH0052",
            """public partial class C { private sealed class S : IOAuthRequestHook { public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] [OAuthHook<S>(OAuthMessage.Token)] public partial interface {|OAUTH0052:IA|} : IClientCredentialsGrant; }""",
            """public partial class C { internal sealed class S : IOAuthRequestHook { public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken) => default; } [OAuthProvider("https://a.example")] [OAuthHook<S>(OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant; }"""
        },
        {
            "OAUTH0053",
            """[OAuthProvider("https://a.example", {|OAUTH0053:AuthorizationEndpoint = "https://a.example/a#b"|}, {|OAUTH0053:TokenEndpoint = "https://a.example/t#b"|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", AuthorizationEndpoint = "https://a.example/a?b", TokenEndpoint = "https://a.example/t")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0053",
            """[OAuthProvider("https://a.example")] [OAuthRequest(OAuthMessage.Refresh, {|OAUTH0053:Endpoint = "https://a.example/r#b"|})] public partial interface IA : IRefreshTokenGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthRequest(OAuthMessage.Refresh, Endpoint = "https://a.example/r")] public partial interface IA : IRefreshTokenGrant;"""
        },
        {
            "OAUTH0054",
            """[OAuthProvider("https://a.example", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost, {|OAUTH0054:BasicEncoding = BasicEncoding.Raw|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example", ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, BasicEncoding = BasicEncoding.Raw)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0054",
            """[OAuthProvider("https://a.example", Scopes = ["profile"], {|OAUTH0054:{|OAUTH6009:NonceReturned = false|}|})] [OAuthResponse(OAuthMessage.UserInfo, {|OAUTH0054:{|OAUTH6009:MatchSubject = false|}|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid", "profile"])] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0055",
            """[OAuthProvider("https://a.example")] [OAuthParameter({|OAUTH0055:"client_key"|}, As = "client_id")] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("client_id", As = "client_key")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0055",
            """[OAuthProvider("https://a.example")] [OAuthParameter({|OAUTH0055:"code"|}, As = "ticket", On = OAuthMessage.Refresh)] [OAuthParameter({|OAUTH0055:"device_code"|}, Omit = true)] public partial interface IA : IAuthorizationCodeGrant, IRefreshTokenGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("code", As = "ticket", On = OAuthMessage.Code)] [OAuthParameter("redirect_uri", Omit = true, On = OAuthMessage.Code)] public partial interface IA : IAuthorizationCodeGrant, IRefreshTokenGrant;"""
        },
        {
            "OAUTH0055",
            """[OAuthProvider("https://a.example")] [OAuthParameter({|OAUTH0055:"show_dialog"|}, Omit = true)] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("show_dialog", "true", On = OAuthMessage.Authorization)] public partial interface IB : IAuthorizationCodeGrant; [OAuthProvider("https://a.example")] [OAuthParameter("show_dialog", Omit = true)] public partial interface IA : IB;"""
        },
        {
            "OAUTH0056",
            """[OAuthProvider("https://a.example", Scopes = ["openid"])] [OAuthRequest(OAuthMessage.Token, {|OAUTH0056:Method = "GET"|})] [OAuthParameter("access_token", {|OAUTH0056:"{token.access_token}"|}, On = OAuthMessage.UserInfo)] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"])] [OAuthRequest(OAuthMessage.UserInfo, Method = "POST")] [OAuthParameter("access_token", "{token.access_token}", On = OAuthMessage.UserInfo)] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0056",
            """[OAuthProvider("https://a.example")] [OAuthRequest(OAuthMessage.Revocation, {|OAUTH0056:Body = RequestBody.Query|})] public partial interface IA : IRevocationEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("X-Token", "{token.access_token}", In = ParameterLocation.Header, On = OAuthMessage.Revocation)] public partial interface IA : IRevocationEndpoint;"""
        },
        {
            "OAUTH0057",
            """[OAuthProvider("https://a.example", Scopes = ["openid"])] [OAuthMember({|OAUTH0057:"user_id"|}, "sub")] public partial interface IA : IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"])] [OAuthMember("sub", "user_id")] public partial interface IA : IUserInfoEndpoint;"""
        },
        {
            "OAUTH0057",
            """[OAuthProvider("https://a.example")] [OAuthMember({|OAUTH0057:"interval"|}, "wait", On = OAuthMessage.DeviceCode)] public partial interface IA : IDeviceAuthorizationGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("interval", "wait", On = OAuthMessage.DeviceAuthorization)] [OAuthMember("expires_in", "ttl")] public partial interface IA : IDeviceAuthorizationGrant;"""
        },
        {
            "OAUTH0037",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], ClientAuthentication = ClientAuthenticationMethod.None, {|OAUTH0037:IdTokenAlgorithms = ["HS256"]|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost, IdTokenAlgorithms = ["HS256"])] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider("https://a.example", {|OAUTH0036:AccessTokenLifetime = -1|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example", AccessTokenLifetime = 3600)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0023",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], {|OAUTH6009:IdToken = IdTokenExpectation.Ignored|}, {|OAUTH0023:UserInfoEndpoint = "https://a.example/{id_token.sub}"|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], UserInfoEndpoint = "https://a.example/{id_token.sub}")] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0001",
            """[OAuthProvider("https://a.example")] public interface {|OAUTH0001:IA|} : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0002",
            """[OAuthProvider("https://a.example")] public partial interface {|OAUTH0002:IA|}<T> : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0003",
            """public partial class C { [OAuthProvider("https://a.example")] private partial interface {|OAUTH0003:IA|} : IClientCredentialsGrant; }""",
            """public partial class C { [OAuthProvider("https://a.example")] internal partial interface IA : IClientCredentialsGrant; }"""
        },
        {
            "OAUTH0003",
            """[OAuthProvider("https://a.example")] file partial interface {|OAUTH0003:IA|} : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] internal partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0004",
            """public class C { [OAuthProvider("https://a.example")] public partial interface {|OAUTH0004:IA|} : IClientCredentialsGrant; }""",
            """public partial class C { [OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant; }"""
        },
        {
            "OAUTH0005",
            """[OAuthProvider("https://a.example")] public partial interface {|OAUTH0005:IA|} : IClientCredentialsGrant { static abstract int Value { get; } }""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant { static int Value => 1; }"""
        },
        {
            "OAUTH0006",
            """[OAuthProvider("https://a.example")] public partial interface {|OAUTH0006:IA|} : IClientCredentialsGrant; public class AClient;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant; public partial class AClient;"""
        },
        {
            "OAUTH0006",
            """[OAuthProvider("https://a.example")] public partial interface {|OAUTH0006:IA|} : IClientCredentialsGrant; [OAuthProvider("https://a.example")] public partial interface {|OAUTH0006:A|} : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant; public partial interface A : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0006",
            """public partial class AClient { [OAuthProvider("https://a.example")] public partial interface {|OAUTH0006:IA|} : IClientCredentialsGrant; }""",
            """public partial class Clients { [OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant; }"""
        },
        {
            "OAUTH0006",
            """[OAuthProvider("https://a.example")] public partial interface {|OAUTH0006:IA|} { [ClientCredentialsRequest] Task<TokenResponse> AClient(); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> AClientAsync(); }"""
        },
        {
            "OAUTH0006",
            """[OAuthProvider("https://a.example")] public partial interface {|OAUTH0006:IA|} : IClientCredentialsGrant; public partial record AOptions;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant; public partial class AOptions;"""
        },
        {
            "OAUTH0007",
            """[OAuthProvider("https://a.example")] public partial interface {|OAUTH0007:IA|};""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IRefreshTokenGrant;"""
        },
        {
            "OAUTH0010",
            """[OAuthProvider("https://a.example")] public partial interface IA { Task<TokenResponse> {|OAUTH0010:GetAsync|}(); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(); void Helper() { } }"""
        },
        {
            "OAUTH0010",
            """public interface IB { Task<TokenResponse> {|OAUTH0010:GetAsync|}(); } [OAuthProvider("https://a.example")] public partial interface IA : IB;""",
            """public interface IB { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(); } [OAuthProvider("https://a.example")] public partial interface IA : IB;"""
        },
        {
            "OAUTH0011",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest, RefreshTokenRequest] Task<TokenResponse> {|OAUTH0011:GetAsync|}(string refreshToken); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [RefreshTokenRequest] Task<TokenResponse> GetAsync(string refreshToken); }"""
        },
        {
            "OAUTH0012",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<string> {|OAUTH0012:GetAsync|}(); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(); }"""
        },
        {
            "OAUTH0012",
            """namespace N { public class TokenResponse; [OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> {|OAUTH0012:GetAsync|}(); } }""",
            """namespace N { public class TokenResponse; [OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<global::SdkGen.OAuth.TokenResponse> GetAsync(); } }"""
        },
        {
            "OAUTH0012",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] ValueTask<TokenResponse> {|OAUTH0012:GetAsync|}(); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [RevocationRequest] Task RevokeAsync(string token); }"""
        },
        {
            "OAUTH0013",
            """[OAuthProvider("https://a.example")] public partial interface IA { [AuthorizationRequest] Task<AuthorizationRequest> {|OAUTH0013:StartAsync|}(string login); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [AuthorizationRequest] Task<AuthorizationRequest> StartAsync(Uri redirectUri, string login); }"""
        },
        {
            "OAUTH0013",
            """[OAuthProvider("https://a.example")] public partial interface IA { [AuthorizationCodeRequest] Task<TokenResponse> {|OAUTH0013:RedeemAsync|}(AuthorizationResponse response); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [AuthorizationCodeRequest] Task<TokenResponse> RedeemAsync(AuthorizationRequest request, AuthorizationResponse response); }"""
        },
        {
            "OAUTH0013",
            """[OAuthProvider("https://a.example", Scopes = ["openid"])] public partial interface IA { [UserInfoRequest] Task<UserInfo> {|OAUTH0013:WhoAsync|}(string accessToken); }""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"])] public partial interface IA { [UserInfoRequest] Task<UserInfo> WhoAsync(string accessToken, string? subject); }"""
        },
        {
            "OAUTH0014",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(object {|OAUTH0014:value|}); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(IReadOnlyCollection<string> value, DayOfWeek? day, TimeSpan age, Uri uri, long number, bool flag); }"""
        },
        {
            "OAUTH0014",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(string?[] {|OAUTH0014:groups|}); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(string[]? groups); }"""
        },
        {
            "OAUTH0014",
            """[OAuthProvider("https://a.example")] public partial interface IA { [AuthorizationRequest] Task<AuthorizationRequest> StartAsync(string {|OAUTH0014:redirectUri|}); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [AuthorizationRequest] Task<AuthorizationRequest> StartAsync(Uri redirectUri, params string[] scopes); }"""
        },
        {
            "OAUTH0015",
            """[OAuthProvider("https://a.example")] public partial interface IA { [AuthorizationRequest] Task<AuthorizationRequest> StartAsync(Uri redirectUri, string {|OAUTH0015:state|}); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [AuthorizationRequest] Task<AuthorizationRequest> StartAsync(Uri redirectUri, [OAuthParameter("federal_state")] string state); }"""
        },
        {
            "OAUTH0016",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(string tenantId, [OAuthParameter("tenant_id")] string {|OAUTH0016:tenant|}); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(string tenantId, string tenant); }"""
        },
        {
            "OAUTH0017",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> {|OAUTH0017:GetAsync|}<T>(); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(); }"""
        },
        {
            "OAUTH0018",
            """public class U; [OAuthProvider("https://a.example")] public partial interface {|OAUTH0018:IA|} : IUserInfoEndpoint<U>;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IUserInfoEndpoint;"""
        },
        {
            "OAUTH0018",
            """public sealed class U; public sealed class V { public string P { get; set; } = null!; } [System.Text.Json.Serialization.JsonSerializable(typeof(V))] public abstract class J() : System.Text.Json.Serialization.JsonSerializerContext(null) { public static J Default => null!; } [OAuthProvider("https://a.example", JsonSerializerContext = typeof(J))] public partial interface {|OAUTH0018:IA|} : IUserInfoEndpoint<U>;""",
            """public sealed class U; public sealed class V { public List<U[]> P { get; set; } = null!; } [System.Text.Json.Serialization.JsonSerializable(typeof(V))] public abstract class J() : System.Text.Json.Serialization.JsonSerializerContext(null) { public static J Default => null!; } [OAuthProvider("https://a.example", JsonSerializerContext = typeof(J))] public partial interface IA : IUserInfoEndpoint<U>;"""
        },
        {
            "OAUTH0018",
            """public sealed class U; public sealed class V { public string P { get; set; } = null!; } [System.Text.Json.Serialization.JsonSerializable(typeof(V))] public abstract class J() : System.Text.Json.Serialization.JsonSerializerContext(null) { public static J Default => null!; } [OAuthProvider("https://a.example", JsonSerializerContext = typeof(J))] public partial interface IA { [UserInfoRequest] Task<U> {|OAUTH0018:WhoAsync|}(TokenResponse token); }""",
            """public sealed class U; public sealed class V { public U P { get; set; } = null!; } [System.Text.Json.Serialization.JsonSerializable(typeof(V))] public abstract class J() : System.Text.Json.Serialization.JsonSerializerContext(null) { public static J Default => null!; } [OAuthProvider("https://a.example", JsonSerializerContext = typeof(J))] public partial interface IA { [UserInfoRequest] Task<U> WhoAsync(TokenResponse token); }"""
        },
        {
            "OAUTH0018",
            """public class U; [OAuthProvider("https://a.example", JsonSerializerContext = typeof(U))] public partial interface IA { [UserInfoRequest] Task<U> {|OAUTH0018:WhoAsync|}(TokenResponse token); }""",
            """public class U; public abstract class Json() : System.Text.Json.Serialization.JsonSerializerContext(null); [OAuthProvider("https://a.example", JsonSerializerContext = typeof(Json))] public partial interface IA { [UserInfoRequest] Task<U> WhoAsync(TokenResponse token); }"""
        },
        {
            "OAUTH0019",
            """[OAuthProvider("https://a.example")] public partial interface IA : IRefreshTokenGrant { string {|OAUTH0019:Name|} { get; } event Action {|OAUTH0019:Changed|}; }""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IRefreshTokenGrant { string Name => "a"; }"""
        },
        {
            "OAUTH0019",
            """public interface IB { int {|OAUTH0019:Value|} { get; } } [OAuthProvider("https://a.example")] public partial interface IA : IRefreshTokenGrant, IB;""",
            """public interface IB { int Value => 1; } [OAuthProvider("https://a.example")] public partial interface IA : IRefreshTokenGrant, IB;"""
        },
        {
            "OAUTH0020",
            """[{|OAUTH0020:OAuthProvider(TokenEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)|}] public partial interface IA : IClientCredentialsGrant, IRevocationEndpoint;""",
            """[OAuthProvider(TokenEndpoint = "https://a.example/token", RevocationEndpoint = "https://a.example/revoke", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)] public partial interface IA : IClientCredentialsGrant, IRevocationEndpoint;"""
        },
        {
            "OAUTH0020",
            """[{|OAUTH0020:OAuthProvider(AuthorizationEndpoint = "https://a.example/auth", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)|}] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider(AuthorizationEndpoint = "https://a.example/auth", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)] [OAuthRequest(OAuthMessage.Code, Endpoint = "https://a.example/token")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0020",
            """[{|OAUTH0020:OAuthProvider(AuthorizationEndpoint = "https://a.example/a", TokenEndpoint = "https://a.example/t", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)|}] public partial interface IA : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;""",
            """[OAuthProvider(AuthorizationEndpoint = "https://a.example/a", PushedAuthorizationRequestEndpoint = "https://a.example/p", TokenEndpoint = "https://a.example/t", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)] public partial interface IA : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;"""
        },
        {
            "OAUTH0021",
            """public class U; [OAuthProvider("https://a.example")] public partial interface {|OAUTH0018:{|OAUTH0021:IA|}|} : IUserInfoEndpoint, IUserInfoEndpoint<U>;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IUserInfoEndpoint, IUserInfoEndpoint<UserInfo>;"""
        },
        {
            "OAUTH0022",
            """[OAuthProvider({|OAUTH0022:"a.example"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("{issuer}")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0022",
            """[OAuthProvider({|OAUTH0022:"https://a.example?x=1"|}, {|OAUTH0022:TokenEndpoint = "/token"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example/realms/{realm}", TokenEndpoint = "https://{host}:8443/token?tenant={tenant}")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0023",
            """[OAuthProvider("https://a.example")] [OAuthParameter("device", {|OAUTH0023:"{callbak.device_id}"|}, On = OAuthMessage.Code)] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("device", "{callback.device_id}", On = OAuthMessage.Code)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0023",
            """[OAuthProvider("https://a.example")] [OAuthParameter("device", {|OAUTH0023:"{callback.device_id}"|}, On = OAuthMessage.Authorization)] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("json", "{\"a\": 1, \"b\": { }}", On = OAuthMessage.Authorization)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0023",
            """[OAuthProvider("https://a.example")] [OAuthParameter("s", {|OAUTH0023:"{client.secret}"|}, On = OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("s", "{client.id}", On = OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0024",
            """[OAuthProvider("https://{tenant}.example")] [{|OAUTH0024:OAuthVariable("tenat", Default = "x")|}] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://{tenant}.example")] [OAuthVariable("tenant", Default = "x")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0025",
            """[OAuthProvider("https://a.example", {|OAUTH0025:TokenEndpoint = "https://{dc}/token"|})] [OAuthVariable("dc", From = "callback.location")] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", TokenEndpoint = "https://{dc}/token")] [OAuthVariable("dc", From = "callback.location", Values = ["eu=a.eu", "com=a.com"])] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0025",
            """[OAuthProvider("https://a.example", {|OAUTH0025:UserInfoEndpoint = "https://{token.host}/me"|})] public partial interface IA : IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example", UserInfoEndpoint = "https://a.example/{token.uid}")] public partial interface IA : IUserInfoEndpoint;"""
        },
        {
            "OAUTH0026",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", Values = ["x=1", {|OAUTH0026:"y"|}, {|OAUTH0026:"x=2"|}])] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", Values = ["x=1", "y=2"], Default = "y")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0026",
            """[OAuthProvider({|OAUTH0026:"https://{user-pool}.{user_pool}.a.example"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://{user-pool}.{pool}.{user-pool}.a.example")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0026",
            """[OAuthProvider("https://{tenant}.a.example")] [OAuthVariable("tenant", {|OAUTH0026:Pattern = "(?x)a#"|}, Default = "a")] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://{tenant}.a.example")] [OAuthVariable("tenant", Pattern = "(?x)a", Default = "a")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0026",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", {|OAUTH0026:Pattern = "(a"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", Pattern = "a+(b|c)?\\d{2}", Default = "ab12")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0026",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", {|OAUTH0026:Pattern = "(?=a)b"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", Pattern = "(?:a|b)")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0026",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", Pattern = "[a-z]", {|OAUTH0026:Default = "1"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", Pattern = "[a-z]", Default = "b")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0027",
            """[OAuthProvider("https://a.example", Scopes = ["openid", {|OAUTH0027:"profile email"|}])] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid", "profile", "email"])] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0027",
            """[OAuthProvider("https://a.example", ScopeSeparator = ',')] public partial interface IA { [ClientCredentialsRequest(Scopes = [{|OAUTH0027:"a,b"|}])] Task<TokenResponse> GetAsync(); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [ClientCredentialsRequest(Scopes = ["a,b"])] Task<TokenResponse> GetAsync(); }"""
        },
        {
            "OAUTH0028",
            """[OAuthProvider("https://a.example", {|OAUTH0028:OfflineAccessScope = "offline_access"|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", OfflineAccessScope = "offline_access")] public partial interface IA : IAuthorizationCodeGrant, IRefreshTokenGrant;"""
        },
        {
            "OAUTH0028",
            """[OAuthProvider("https://a.example")] [OAuthParameter("access_type", "offline", On = OAuthMessage.Authorization, {|OAUTH0028:When = ParameterCondition.OfflineAccess|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("access_type", "offline", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)] public partial interface IA : IAuthorizationCodeGrant, IRefreshTokenGrant;"""
        },
        {
            "OAUTH0029",
            """[OAuthProvider("https://a.example")] [OAuthParameter("a", "b", {|OAUTH0029:On = OAuthMessage.UserInfo|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("a", "b", On = OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0029",
            """[OAuthProvider("https://a.example")] [OAuthRequest({|OAUTH0029:OAuthMessage.Revocation|}, Method = "DELETE")] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthRequest(OAuthMessage.Revocation, Method = "DELETE")] public partial interface IA : IRevocationEndpoint;"""
        },
        {
            "OAUTH0030",
            """[OAuthProvider("https://a.example")] [{|OAUTH0030:OAuthParameter("redirect_uri", As = "callback", Omit = true)|}] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("redirect_uri", As = "callback")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0030",
            """[OAuthProvider("https://a.example")] [{|OAUTH0030:OAuthParameter("a")|}] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("client_id", In = ParameterLocation.Header, As = "Client-ID", On = OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0030",
            """[OAuthProvider("https://a.example")] [OAuthParameter("a", "1", On = OAuthMessage.Token)] [{|OAUTH0030:OAuthParameter("a", "2", On = OAuthMessage.ClientCredentials)|}] public partial interface IA : IClientCredentialsGrant, IRefreshTokenGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("a", "1", On = OAuthMessage.Refresh)] [OAuthParameter("a", "2", On = OAuthMessage.ClientCredentials)] public partial interface IA : IClientCredentialsGrant, IRefreshTokenGrant;"""
        },
        {
            "OAUTH0031",
            """[OAuthProvider("https://a.example")] [{|OAUTH0031:OAuthParameter("state", "x")|}] [{|OAUTH0031:OAuthParameter("code_verifier", Omit = true)|}] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("state", As = "csrf")] [OAuthParameter("redirect_uri", Omit = true, On = OAuthMessage.Code)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0032",
            """[OAuthProvider("https://a.example")] [{|OAUTH0032:OAuthParameter("owner", "user")|}] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("owner", "user", On = OAuthMessage.Authorization)] [OAuthParameter("grant_type", "x", As = "type")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0033",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", {|OAUTH0033:"data[x].id"|})] public partial interface IA : IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "data.items[0].id")] [OAuthResponse(OAuthMessage.UserInfo, Root = "[0].b")] public partial interface IA : IUserInfoEndpoint;"""
        },
        {
            "OAUTH0033",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", {|OAUTH0033:""|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "[0].a-b[1][2].c")] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0033",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", {|OAUTH0033:"a[]"|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "[0].a-b[1][2].c")] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0033",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", {|OAUTH0033:"a]"|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "[0].a-b[1][2].c")] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0033",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", {|OAUTH0033:"a[1]b"|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "[0].a-b[1][2].c")] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0033",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", {|OAUTH0033:"a[x]"|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "[0].a-b[1][2].c")] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0033",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", {|OAUTH0033:"a["|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "[0].a-b[1][2].c")] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0033",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", {|OAUTH0033:"a..b"|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "[0].a-b[1][2].c")] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0033",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", {|OAUTH0033:".a"|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "[0].a-b[1][2].c")] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0033",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "id", {|OAUTH0033:Unit = LifetimeUnit.Milliseconds|})] public partial interface IA : IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("expires_in", "expires", Unit = LifetimeUnit.Milliseconds)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0034",
            """[OAuthProvider(AuthorizationEndpoint = "https://a.example/a", TokenEndpoint = "https://a.example/t", ClientAuthentication = ClientAuthenticationMethod.None, {|OAUTH0034:Scopes = ["openid"]|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"])] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0035",
            """[{|OAUTH0035:OAuthProvider(TokenEndpoint = "https://a.example/t")|}] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider(TokenEndpoint = "https://a.example/t", ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider("https://a.example")] [OAuthRequest(OAuthMessage.Token, {|OAUTH0036:Method = "PATCH"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthRequest(OAuthMessage.Token, {|OAUTH0056:Method = "GET"|}, Body = RequestBody.Query)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider("https://a.example")] [OAuthError("20411", {|OAUTH0036:"authorisation_pending"|})] public partial interface IA : IDeviceAuthorizationGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthError("20411", "authorization_pending")] public partial interface IA : IDeviceAuthorizationGrant;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider("https://a.example", UserInfoEndpoint = "https://a.example/me")] [OAuthResponse(OAuthMessage.UserInfo, {|OAUTH0036:Source = OAuthMessage.Code|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthResponse(OAuthMessage.UserInfo, Source = OAuthMessage.Code)] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider("https://a.example")] [{|OAUTH0036:OAuthRequest(Method = "GET")|}] [OAuthResponse(OAuthMessage.UserInfo, {|OAUTH0036:Success = "0"|})] public partial interface IA : IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthResponse(OAuthMessage.UserInfo, ErrorCode = "code", Success = "0")] public partial interface IA : IUserInfoEndpoint;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider("https://a.example", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost), {|OAUTH0036:OAuthClientAssertion(Type = "jwt")|}] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example", ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt), OAuthClientAssertion(Type = "jwt")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider("https://a.example"), OAuthClientAssertion({|OAUTH0036:Lifetime = 3600|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example"), OAuthClientAssertion(Lifetime = 300)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider("https://a.example"), OAuthClientAssertion({|OAUTH0036:Algorithms = new[] { "none" }|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example"), OAuthClientAssertion(Algorithms = new[] { "ES256" })] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider("https://a.example")] public partial interface {|OAUTH0036:IA|} : IClientCredentialsGrant, IPushedAuthorizationRequestEndpoint;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;"""
        },
        {
            "OAUTH0037",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], IdTokenIssuers = [{|OAUTH0037:"https://{id_token.tid}.example"|}])] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], IdTokenIssuers = ["https://{id_token.tid}.example"])] [OAuthVariable("id_token.tid", Pattern = "[0-9]{4}")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0037",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], {|OAUTH0037:IdTokenAlgorithms = ["None"]|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], IdTokenAlgorithms = ["HS256"])] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH6009",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], {|OAUTH6009:NonceReturned = false|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], NonceReturned = true)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH6009",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], {|OAUTH6009:IdToken = IdTokenExpectation.Ignored|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], IdToken = IdTokenExpectation.Optional)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH6009",
            """[OAuthProvider("https://a.example", Scopes = ["openid"])] [OAuthResponse(OAuthMessage.UserInfo, {|OAUTH6009:MatchSubject = false|})] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"])] [OAuthResponse(OAuthMessage.UserInfo, MatchSubject = true)] public partial interface IA : IAuthorizationCodeGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0039",
            """[OAuthProvider("https://a.example", {|OAUTH0039:SenderConstraint = SenderConstraint.DPoP|})] public partial interface IA : IRevocationEndpoint;""",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.DPoP)] public partial interface IA : IClientCredentialsGrant, IRevocationEndpoint;"""
        },
        {
            "OAUTH0040",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.DPoP)] [OAuthParameter("X-Token", {|OAUTH0040:"{token.access_token}"|}, On = OAuthMessage.UserInfo, In = ParameterLocation.Header)] public partial interface IA : IClientCredentialsGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("X-Token", "{token.access_token}", On = OAuthMessage.UserInfo, In = ParameterLocation.Header)] public partial interface IA : IClientCredentialsGrant, IUserInfoEndpoint;"""
        },
        {
            "OAUTH0040",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.DPoP, {|OAUTH0040:UserInfoEndpoint = "https://a.example/me?t={token.access_token}"|})] public partial interface IA : IClientCredentialsGrant, IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.DPoP)] [OAuthParameter("access_token", "{token.access_token}", On = OAuthMessage.Revocation)] public partial interface IA : IClientCredentialsGrant, IRevocationEndpoint;"""
        },
        {
            "OAUTH0040",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.DPoP)] [OAuthParameter({|OAUTH0040:"DPoP"|}, "x", On = OAuthMessage.Token, In = ParameterLocation.Header)] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.DPoP)] [OAuthParameter("X-Tenant", "x", On = OAuthMessage.Token, In = ParameterLocation.Header)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0041",
            """[OAuthProvider("https://a.example")] [OAuthRequest(OAuthMessage.Token, {|OAUTH0041:MutualTlsEndpoint = "https://m.a.example/t"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.MutualTls)] [OAuthRequest(OAuthMessage.Token, MutualTlsEndpoint = "https://m.a.example/t")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0042",
            """[OAuthProvider({|OAUTH0042:TokenEndpoint = "http://localhost:5000/t"|}, ClientAuthentication = ClientAuthenticationMethod.TlsClientAuth)] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider(TokenEndpoint = "https://localhost:5001/t", ClientAuthentication = ClientAuthenticationMethod.TlsClientAuth)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0042",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.MutualTls)] [OAuthRequest(OAuthMessage.Token, {|OAUTH0042:MutualTlsEndpoint = "http://127.0.0.1:5000/t"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.DPoP)] [OAuthRequest(OAuthMessage.Token, Endpoint = "http://127.0.0.1:5000/t")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.MutualTls)] [OAuthRequest(OAuthMessage.Authorization, {|OAUTH0036:MutualTlsEndpoint = "https://m.a.example/a"|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.MutualTls)] [OAuthRequest(OAuthMessage.Token, MutualTlsEndpoint = "https://m.a.example/t")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0031",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.DPoP)] [{|OAUTH0031:OAuthParameter("dpop_jkt", Omit = true)|}] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", SenderConstraint = SenderConstraint.DPoP)] [OAuthParameter("dpop_jkt", As = "jkt")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0038",
            """[OAuthProvider(UserInfoEndpoint = "https://a.example/me")] public partial interface {|OAUTH0038:IA|} : IUserInfoEndpoint;""",
            """[OAuthProvider(UserInfoEndpoint = "https://a.example/me")] [OAuthMember("sub", "id")] public partial interface IA : IUserInfoEndpoint;"""
        },
        {
            "OAUTH0043",
            """[OAuthProvider(IdTokenIssuers = ["https://a.example"])] public partial interface {|OAUTH0043:IA|} : IBackchannelLogout;""",
            """[OAuthProvider(IdTokenIssuers = ["https://a.example"], JsonWebKeySetUri = "https://a.example/keys")] public partial interface IA : IBackchannelLogout;"""
        },
        {
            "OAUTH0043",
            """[OAuthProvider] public partial interface {|OAUTH0043:IA|} : IFrontchannelLogout;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IFrontchannelLogout;"""
        },
        {
            "OAUTH0043",
            """[OAuthProvider(AuthorizationEndpoint = "https://a.example/a", TokenEndpoint = "https://a.example/t", ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt, RequestObject = RequestObjectUse.Signed)] public partial interface {|OAUTH0043:IA|} : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", RequestObject = RequestObjectUse.Signed)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0043",
            """[OAuthProvider(AuthorizationEndpoint = "https://a.example/a", TokenEndpoint = "https://a.example/t", ClientAuthentication = ClientAuthenticationMethod.None, ResponseMode = ResponseMode.QueryJwt)] public partial interface {|OAUTH0043:IA|} : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", ResponseMode = ResponseMode.QueryJwt)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0043",
            """[OAuthProvider(IntrospectionEndpoint = "https://a.example/i", ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, IntrospectionAlgorithms = ["RS256"])] public partial interface {|OAUTH0043:IA|} : IIntrospectionEndpoint;""",
            """[OAuthProvider("https://a.example", IntrospectionAlgorithms = ["RS256"])] public partial interface IA : IIntrospectionEndpoint;"""
        },
        {
            "OAUTH0045",
            """[OAuthProvider("https://a.example", UserInfoAlgorithms = [{|OAUTH0045:"none"|}])] public partial interface IA : IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example", UserInfoAlgorithms = ["ES256"])] public partial interface IA : IUserInfoEndpoint;"""
        },
        {
            "OAUTH0045",
            """[OAuthProvider("https://a.example", IdTokenAlgorithms = [{|OAUTH0045:"EdDSA"|}, "RS256"])] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", IdTokenAlgorithms = ["RS256"])] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0045",
            """[OAuthProvider("https://a.example", RequestObjectAlgorithms = [{|OAUTH0045:"HS256"|}, {|OAUTH0045:"rs256"|}])] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", RequestObjectAlgorithms = ["PS256"])] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0046",
            """[OAuthProvider("https://a.example", {|OAUTH0046:ResponseAlgorithms = ["RS256"]|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", ResponseMode = ResponseMode.FormPostJwt, ResponseAlgorithms = ["RS256"])] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0046",
            """[OAuthProvider("https://a.example", {|OAUTH0046:RequestObject = RequestObjectUse.Signed|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example", RequestObject = RequestObjectUse.Signed)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0044",
            """[OAuthProvider("https://a.example")] public partial interface IA { [BackchannelLogoutRequest] Task<LogoutToken> EndAsync(string logoutToken, string {|OAUTH0044:tenant|}); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA { [BackchannelLogoutRequest] Task<LogoutToken> EndAsync(string logoutToken); }"""
        },
        {
            "OAUTH0046",
            """[OAuthProvider("https://a.example", {|OAUTH0046:RequestObject = RequestObjectUse.Signed|})] public partial interface IA : IDeviceAuthorizationGrant;""",
            """[OAuthProvider("https://a.example", RequestObject = RequestObjectUse.Signed, RequestObjectAlgorithms = new[] { "PS256" })] public partial interface IA : IBackchannelAuthenticationGrant;"""
        },
        {
            "OAUTH0047",
            """[OAuthProvider("https://a.example", {|OAUTH0047:ClientAuthentication = ClientAuthenticationMethod.None|})] public partial interface IA : IBackchannelAuthenticationGrant;""",
            """[OAuthProvider("https://a.example", ClientAuthentication = ClientAuthenticationMethod.None)] public partial interface IA : IDeviceAuthorizationGrant;"""
        },
        {
            "OAUTH0013",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant { [BackchannelAuthenticationRequest] Task<BackchannelAuthenticationResponse> {|OAUTH0013:AskAsync|}(string bindingMessage); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant { [BackchannelAuthenticationRequest] Task<BackchannelAuthenticationResponse> AskAsync(string idTokenHint, string bindingMessage); }"""
        },
        {
            "OAUTH0016",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant { [BackchannelAuthenticationRequest] Task<BackchannelAuthenticationResponse> AskAsync(string loginHint, string {|OAUTH0016:idTokenHint|}); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant { [BackchannelAuthenticationRequest] Task<BackchannelAuthenticationResponse> AskAsync(BackchannelAuthenticationRequest request); }"""
        },
        {
            "OAUTH0048",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientRegistrationEndpoint { [RegisterClientRequest] Task<ClientRegistration> RegisterAsync(ClientRegistrationRequest request, string {|OAUTH0048:tenant|}); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientRegistrationEndpoint { [RegisterClientRequest] Task<ClientRegistration> RegisterAsync(ClientRegistrationRequest request); }"""
        },
        {
            "OAUTH0013",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientRegistrationEndpoint { [DeleteClientRequest] Task {|OAUTH0013:EndAsync|}(CancellationToken cancellationToken); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientRegistrationEndpoint { [DeleteClientRequest] Task EndAsync(ClientRegistration registration); }"""
        },
        {
            "OAUTH2003",
            """[OAuthProvider("https://a.example", {|OAUTH2003:Pkce = PkceMethod.Plain|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", Pkce = PkceMethod.S256)] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH2004",
            """[OAuthProvider("https://a.example", {|OAUTH2004:Pkce = PkceMethod.NotSent|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH3001",
            """[OAuthProvider("https://a.example")] [OAuthParameter("client_secret", {|OAUTH3001:"s3cr3t"|}, On = OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("client_secret", As = "secret")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH4001",
            """[OAuthProvider({|OAUTH4001:"http://a.example"|}, {|OAUTH4001:TokenEndpoint = "http://a.example/token"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("http://127.0.0.1:4444", TokenEndpoint = "http://localhost/token")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0020",
            """[{|OAUTH0020:OAuthProvider(TokenEndpoint = "https://a.example/token", ClientAuthentication = ClientAuthenticationMethod.None)|}] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider(AuthorizationEndpoint = "https://a.example/a", TokenEndpoint = "https://a.example/t", ClientAuthentication = ClientAuthenticationMethod.None)] [OAuthRequest(OAuthMessage.Code, Endpoint = "https://a.example/c")] public partial interface IB : IAuthorizationCodeGrant; [OAuthProvider] public partial interface IA : IB;"""
        },
        {
            "OAUTH0022",
            """[OAuthProvider({|OAUTH0022:"https://user:pw@a.example"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0022",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], IdTokenIssuers = [{|OAUTH0022:"nonsense"|}])] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", Scopes = ["openid"], IdTokenIssuers = ["https://b.example"])] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0023",
            """[OAuthProvider({|OAUTH0023:"https://a.example/{token.uid}"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example/{uid}")] [OAuthParameter("d", "{callback.d?}", On = OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant, IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0023",
            """[OAuthProvider("https://a.example", {|OAUTH0023:AuthorizationEndpoint = "https://a.example/{d}"|})] [OAuthVariable("d", From = "callback.d")] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", AuthorizationEndpoint = "https://a.example/{d}")] [OAuthVariable("d", From = "callback.d", Default = "x")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0026",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", Values = ["eu-west=1", {|OAUTH0026:"eu_west=2"|}])] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", Values = ["eu-west=1", "eu-east=2"])] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0026",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", Values = ["eu=1"], {|OAUTH0026:Default = "EU"|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://{a}.example")] [OAuthVariable("a", Values = ["eu=1"], Default = "eu")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0026",
            """[OAuthProvider("https://a.example", TokenEndpoint = "https://a.example/{d}")] [OAuthVariable("d", {|OAUTH0026:From = "callbak.d"|}, Default = "x")] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example", TokenEndpoint = "https://a.example/{d}")] [OAuthVariable("d", From = "request")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0026",
            """[OAuthProvider("https://a.example", UserInfoEndpoint = "https://a.example/{t}")] [OAuthVariable("t", {|OAUTH0026:From = "token.access_token"|})] public partial interface IA : IUserInfoEndpoint;""",
            """[OAuthProvider("https://a.example", UserInfoEndpoint = "https://a.example/{t}")] [OAuthVariable("t", From = "token.uid")] public partial interface IA : IUserInfoEndpoint;"""
        },
        {
            "OAUTH0029",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "id", {|OAUTH0029:On = OAuthMessage.UserInfo|})] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthMember("sub", "id", On = OAuthMessage.UserInfo)] public partial interface IA : IUserInfoEndpoint;"""
        },
        {
            "OAUTH0030",
            """[OAuthProvider("https://a.example")] [{|OAUTH0030:OAuthParameter("client_id", In = ParameterLocation.Header, As = "Client-ID")|}] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("client_id", In = ParameterLocation.Header, As = "Client-ID")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0030",
            """[OAuthProvider("https://a.example")] [OAuthParameter("client_secret", {|OAUTH0030:"{secret}"|}, On = OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("secret_hint", "{hint}", On = OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH0031",
            """[OAuthProvider("https://a.example")] [OAuthParameter("x", "fixed", On = OAuthMessage.Authorization, {|OAUTH0031:As = "state"|})] public partial interface IA : IAuthorizationCodeGrant;""",
            """[OAuthProvider("https://a.example")] [OAuthParameter("x", "fixed", On = OAuthMessage.Authorization, As = "y")] public partial interface IA : IAuthorizationCodeGrant;"""
        },
        {
            "OAUTH0034",
            """[OAuthProvider(AuthorizationEndpoint = "https://a.example/a", TokenEndpoint = "https://a.example/t", ClientAuthentication = ClientAuthenticationMethod.None)] public partial interface IA : IAuthorizationCodeGrant { [AuthorizationRequest({|OAUTH0034:Scopes = ["openid"]|})] Task<AuthorizationRequest> StartAsync(Uri redirectUri); }""",
            """[OAuthProvider("https://a.example")] public partial interface IA : IAuthorizationCodeGrant { [AuthorizationRequest(Scopes = ["openid"])] Task<AuthorizationRequest> StartAsync(Uri redirectUri); }"""
        },
        {
            "OAUTH0035",
            """[{|OAUTH0035:OAuthProvider(TokenEndpoint = "https://a.example/t")|}] [OAuthRequest(OAuthMessage.Refresh, ClientAuthentication = ClientAuthenticationMethod.None)] public partial interface IA : IClientCredentialsGrant, IRefreshTokenGrant;""",
            """[OAuthProvider(TokenEndpoint = "https://a.example/t")] [OAuthRequest(OAuthMessage.Token, ClientAuthentication = ClientAuthenticationMethod.None)] public partial interface IA : IClientCredentialsGrant, IRefreshTokenGrant;"""
        },
        {
            "OAUTH0036",
            """[OAuthProvider(TokenEndpoint = "https://a.example/t", {|OAUTH0036:MetadataAddress = "https://a.example/m"|}, ClientAuthentication = ClientAuthenticationMethod.None)] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example", MetadataAddress = "https://a.example/m")] public partial interface IA : IClientCredentialsGrant;"""
        },
        {
            "OAUTH3001",
            """[OAuthProvider("https://a.example", {|OAUTH3001:TokenEndpoint = "https://a.example/t?client_secret=s3cr3t"|})] [OAuthParameter("secret", {|OAUTH3001:"s3cr3t"|}, As = "client_secret", On = OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant;""",
            """[OAuthProvider("https://a.example", TokenEndpoint = "https://a.example/t?client=x")] public partial interface IA : IClientCredentialsGrant;"""
        },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public Task A_rule_says_where_the_mistake_is(string id, string mistaken, string right)
    {
        Assert.Contains(id, mistaken, StringComparison.Ordinal);
        Assert.NotNull(right);
        return Verify.AnalyzerAsync<DeclarationAnalyzer>(Usings + mistaken);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public Task A_rule_is_silent_on_what_is_right(string id, string mistaken, string right)
    {
        Assert.NotNull(id + mistaken);
        return Verify.AnalyzerAsync<DeclarationAnalyzer>(Usings + right);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public Task A_rule_can_be_suppressed(string id, string mistaken, string right)
    {
        Assert.NotNull(id + right);
        var ids = string.Join(", ", System.Text.RegularExpressions.Regex.Matches(mistaken, "OAUTH[0-9]{4}").Select(match => match.Value).Distinct());
        var plain = System.Text.RegularExpressions.Regex.Replace(mistaken, @"\{\|OAUTH[0-9]{4}:|\|\}(?!\})|\|\}", "");
        return Verify.AnalyzerAsync<DeclarationAnalyzer>($"{Usings}#pragma warning disable {ids}\n{plain}\n#pragma warning restore {ids}");
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp11, "{|OAUTH0008:IA|}")]
    [InlineData(LanguageVersion.CSharp12, "IA")]
    public Task A_language_version_that_generated_code_cannot_be_written_in_is_told(LanguageVersion version, string name) =>
        Verify.AnalyzerAsync<DeclarationAnalyzer>(
            $$"""{{Usings}}[OAuthProvider("https://a.example")] public partial interface {{name}} : IClientCredentialsGrant { }""",
            version);

    [Fact]
    public void Every_rule_has_a_case()
    {
        // Those of kept documents have a file of their own.
        var ofDocuments = DocumentRulesTests.Contradictions.Select(row => ((string)row[2]).Split(' ')[0]).Append("OAUTH0060");
        var tested = Rules.Select(rule => (string)rule[0]).Append("OAUTH0008").Concat(ofDocuments).ToHashSet();

        Assert.Empty(new DeclarationAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).Except(tested));
    }

    [Fact]
    public void No_message_repeats_what_may_be_a_secret()
    {
        var text = DiagnosticDescriptors.HardCodedSecret.MessageFormat.ToString(CultureInfo.InvariantCulture);

        Assert.DoesNotContain("{1}", text, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_compilation_without_the_library_is_left_alone() =>
        Verify.AnalyzerAsync<DeclarationAnalyzer>("public interface INothing { string Name { get; } }");

    [Fact]
    public Task Partial_is_added_by_a_fix() => Verify.CodeFixAsync<DeclarationAnalyzer, MakePartialCodeFixProvider>(
        Usings + """
        // Kept.
        [OAuthProvider("https://a.example")]
        public interface {|OAUTH0001:IA|} : IClientCredentialsGrant;

        [OAuthProvider("https://b.example")]
        interface {|OAUTH0001:IB|} : IClientCredentialsGrant;
        """,
        Usings + """
        // Kept.
        [OAuthProvider("https://a.example")]
        public partial interface IA : IClientCredentialsGrant;

        [OAuthProvider("https://b.example")]
        partial interface IB : IClientCredentialsGrant;
        """,
        iterations: 2);

    [Fact]
    public Task Partial_is_added_to_the_types_around_it_by_a_fix() => Verify.CodeFixAsync<DeclarationAnalyzer, MakePartialCodeFixProvider>(
        Usings + """
        public class C
        {
            [OAuthProvider("https://a.example")]
            public interface {|OAUTH0004:IA|} : IClientCredentialsGrant;
        }
        """,
        Usings + """
        public partial class C
        {
            [OAuthProvider("https://a.example")]
            public partial interface IA : IClientCredentialsGrant;
        }
        """);

    [Fact]
    public Task Https_is_written_by_a_fix() => Verify.CodeFixAsync<DeclarationAnalyzer, UseHttpsCodeFixProvider>(
        Usings + """
        [OAuthProvider({|OAUTH4001:"http://a.example"|}, {|OAUTH4001:TokenEndpoint = @"HTTP://a.example/token"|})]
        public partial interface IA : IClientCredentialsGrant;
        """,
        Usings + """
        [OAuthProvider("https://a.example", TokenEndpoint = @"https://a.example/token")]
        public partial interface IA : IClientCredentialsGrant;
        """,
        iterations: 2);

    [Fact]
    public Task A_weakened_challenge_is_removed_by_a_fix() =>
        Verify.CodeFixAsync<DeclarationAnalyzer, UseS256CodeFixProvider>(WithPkce(", {|OAUTH2003:Pkce = PkceMethod.Plain|}"), WithPkce(""));

    [Fact]
    public Task A_challenge_that_is_left_out_is_sent_again_by_a_fix() =>
        Verify.CodeFixAsync<DeclarationAnalyzer, LeavePkceOnCodeFixProvider>(WithPkce(", {|OAUTH2004:Pkce = PkceMethod.NotSent|}"), WithPkce(""));

    private static string WithPkce(string argument) => $$"""
        {{Usings}}[OAuthProvider("https://a.example"{{argument}}, Scopes = ["openid"])]
        public partial interface IA : IAuthorizationCodeGrant;
        """;

    [Fact]
    public Task An_attribute_without_effect_is_removed_by_a_fix() => Verify.CodeFixAsync<DeclarationAnalyzer, RemoveAttributeCodeFixProvider>(
        Usings + """
        [OAuthProvider("https://a.example")]
        [{|OAUTH0024:OAuthVariable("tenant")|}]
        public partial interface IA : IClientCredentialsGrant;
        """,
        Usings + """
        [OAuthProvider("https://a.example")]
        public partial interface IA : IClientCredentialsGrant;
        """);

    [Fact]
    public Task A_parameter_for_offline_access_is_removed_whole_by_a_fix() => Verify.CodeFixAsync<DeclarationAnalyzer, RemoveAttributeCodeFixProvider>(
        Usings + """
        [OAuthProvider("https://a.example")]
        [OAuthParameter("access_type", "offline", On = OAuthMessage.Authorization, {|OAUTH0028:When = ParameterCondition.OfflineAccess|})]
        public partial interface IA : IAuthorizationCodeGrant;
        """,
        Usings + """
        [OAuthProvider("https://a.example")]
        public partial interface IA : IAuthorizationCodeGrant;
        """);

    [Fact]
    public Task The_return_type_is_changed_by_a_fix() => Verify.CodeFixAsync<DeclarationAnalyzer, ChangeReturnTypeCodeFixProvider>(
        Usings + """
        [OAuthProvider("https://a.example")]
        public partial interface IA
        {
            [ClientCredentialsRequest]
            string {|OAUTH0012:GetAsync|}();
        }
        """,
        Usings + """
        [OAuthProvider("https://a.example")]
        public partial interface IA
        {
            [ClientCredentialsRequest]
            Task<TokenResponse> GetAsync();
        }
        """);

    [Fact]
    public Task The_missing_parameter_is_added_by_a_fix() => Verify.CodeFixAsync<DeclarationAnalyzer, AddParameterCodeFixProvider>(
        Usings + """
        [OAuthProvider("https://a.example")]
        public partial interface IA
        {
            [AuthorizationRequest]
            Task<AuthorizationRequest> {|OAUTH0013:StartAsync|}(string? login = null);
        }
        """,
        Usings + """
        [OAuthProvider("https://a.example")]
        public partial interface IA
        {
            [AuthorizationRequest]
            Task<AuthorizationRequest> StartAsync(Uri redirectUri, string? login = null);
        }
        """);

    [Fact]
    public void Fixes_refer_to_no_version_of_System_Composition() =>
        Assert.DoesNotContain(
            typeof(MakePartialCodeFixProvider).Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith("System.Composition", StringComparison.Ordinal));

    [Fact]
    public void Analyzers_refer_to_no_workspace_and_to_nothing_of_ours() =>
        Assert.All(
            typeof(DeclarationAnalyzer).Assembly.GetReferencedAssemblies(),
            assembly => Assert.False(assembly.Name!.Contains("Workspaces", StringComparison.Ordinal) || assembly.Name.StartsWith("SdkGen", StringComparison.Ordinal)));
}
