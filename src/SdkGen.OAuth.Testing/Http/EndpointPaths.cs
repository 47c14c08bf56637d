using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.Testing.Http;

/// <summary>Where the endpoints are.</summary>
internal static class EndpointPaths
{
    public const string Authorization = "/authorize";
    public const string PushedAuthorization = "/par";
    public const string Token = "/token";
    public const string DeviceAuthorization = "/device_authorization";
    public const string Verification = "/device";
    public const string Introspection = "/introspect";
    public const string Revocation = "/revoke";
    public const string UserInfo = "/userinfo";
    public const string EndSession = "/logout";
    public const string BackchannelAuthentication = "/bc-authorize";
    public const string Registration = "/register";
    public const string Keys = "/jwks";
    public const string Metadata = "/.well-known/openid-configuration";
    public const string OAuthMetadata = "/.well-known/oauth-authorization-server";
    public const string Api = "/api/me";
    public const string ResourceMetadata = "/.well-known/oauth-protected-resource" + Api;

    public static TestEndpoint? Find(PathString path) => path.Value switch
    {
        Authorization => TestEndpoint.Authorization,
        PushedAuthorization => TestEndpoint.PushedAuthorization,
        Token => TestEndpoint.Token,
        DeviceAuthorization => TestEndpoint.DeviceAuthorization,
        Introspection => TestEndpoint.Introspection,
        Revocation => TestEndpoint.Revocation,
        UserInfo => TestEndpoint.UserInfo,
        EndSession => TestEndpoint.EndSession,
        BackchannelAuthentication => TestEndpoint.BackchannelAuthentication,
        Registration => TestEndpoint.Registration,
        { } managed when managed.StartsWith(Registration + "/", StringComparison.Ordinal) => TestEndpoint.Registration,
        Keys => TestEndpoint.Keys,
        Metadata or OAuthMetadata => TestEndpoint.Metadata,
        ResourceMetadata => TestEndpoint.ResourceMetadata,
        Api => TestEndpoint.Api,
        _ => null,
    };
}
