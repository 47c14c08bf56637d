namespace SdkGen.OAuth.Testing.Server;

/// <summary>The names of client-initiated backchannel authentication (OpenID Connect CIBA Core 1.0).</summary>
internal static class BackchannelGrant
{
    public const string Type = "urn:openid:params:grant-type:ciba";
    public const string RequestId = "auth_req_id";
    public const string NotificationToken = "client_notification_token";

    /// <summary>A message that no device has the room to show (section 7.1 leaves the limit to the provider).</summary>
    public const int MaxBindingMessage = 100;
}
