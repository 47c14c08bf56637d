using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether each hook is one that is called where it is declared: one that is not called would check nothing.</summary>
internal static class HookCheck
{
    public static void Run(DeclaredProvider declared)
    {
        foreach (var attribute in declared.Of(HookReader.Attribute))
        {
            if (attribute.Hook is not { } hook)
            {
                continue;
            }

            var completes = hook.AllInterfaces.Any(contract => KnownTypes.IsOurs(contract, "IOAuthRequestHook"));
            var verifies = hook.AllInterfaces.Any(contract => KnownTypes.IsOurs(contract, "IAuthorizationResponseHook"));
            var messages = attribute.Messages("Messages");
            var problem =
                !completes && !verifies ? "it implements neither IOAuthRequestHook nor IAuthorizationResponseHook"
                : messages == 0 ? "state the messages that it is about, OAuthMessage.Authorization for example"
                : verifies && attribute.Method is not null ? "a callback does not say which method made its request. Declare what checks callbacks on the interface"
                : verifies && (messages & MessageNames.Authorization) == 0 ? "only the callback is checked by an IAuthorizationResponseHook, the reply to OAuthMessage.Authorization"
                : !completes && (messages & ~MessageNames.Authorization) != 0 ? "requests are completed by an IOAuthRequestHook. State OAuthMessage.Authorization alone"
                : null;
            if (problem is not null)
            {
                declared.Report(DiagnosticDescriptors.HookDoesNotFit, attribute.Location, hook.Name, problem);
            }
            else if (attribute.Method is null && (messages & declared.Messages) == 0)
            {
                declared.Report(DiagnosticDescriptors.MessageNotDeclared, attribute.LocationOf(0), declared.Type.Name, MessageNames.Of(messages));
            }
        }
    }
}
