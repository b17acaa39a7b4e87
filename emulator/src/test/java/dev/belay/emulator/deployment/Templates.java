package dev.belay.emulator.deployment;

/** Templates and requests for deployments at any scope, written with single quotes. */
final class Templates {

    private Templates() {}

    static String template(String resources) {
        return template(resources, "");
    }

    static String template(String resources, String more) {
        return "{'$schema':'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',"
                   + "'contentVersion':'1.0.0.0','resources':["
                + resources
                + "]"
                + more
                + "}";
    }

    static String deployment(String template) {
        return "{location:'West Europe',properties:{mode:'Incremental',template:" + template + "}}";
    }

    /** A nested deployment with the members that say where it goes. */
    static String nested(String name, String where, String evaluation, String template) {
        return "{'type':'Microsoft.Resources/deployments','apiVersion':'2022-09-01','name':'"
                + name
                + "',"
                + where
                + "'properties':{'mode':'Incremental','expressionEvaluationOptions':{'scope':'"
                + evaluation
                + "'},'template':"
                + template
                + "}}";
    }
}
