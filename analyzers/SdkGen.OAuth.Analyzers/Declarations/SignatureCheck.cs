using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether the messages that the provider signs can be verified.</summary>
internal static class SignatureCheck
{
    public static void Run(DeclaredProvider declared)
    {
        var effective = declared.Model.Provider;
        var hasIssuer = effective.Argument(0) is not null
            || (effective.Property("IdTokenIssuers") is { Items.Count: > 0 } && effective.Text("JsonWebKeySetUri") is not null);
        if (!hasIssuer && declared.Methods.Any(method => method.Kind is MessageKind.BackchannelLogout or MessageKind.FrontchannelLogout))
        {
            declared.Report(DiagnosticDescriptors.SignatureWithoutIssuer, declared.Location, declared.Type.Name, "logout that the provider announces");
        }
    }
}
