extension PluginTemplate {
    var cCode: String {
        #"""
        #include "mutau_plugin.h"

        #include <math.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>

        /* A search without background: couplings are excluded that would have given more than 2.303 events. */
        typedef struct search {
            double events_per_coupling_squared, efficiency_scale;
        } search;

        static const double lower_mass = 1, upper_mass = 1000; /* MeV */

        static int parameter(const mutau_input *input, const char *name, double *value, char *message, size_t size) {
            for (uint32_t i = 0; i < input->parameter_count; i++)
                if (strcmp(input->parameter_names[i], name) == 0) {
                    *value = input->parameter_values[i];
                    return 0;
                }
            snprintf(message, size, "the document lacks '%s'", name);
            return 1;
        }

        /* All the work that can be done once. */
        static int prepare(const mutau_input *input, void **state, char *message, size_t size) {
            search *made = malloc(sizeof *made);
            if (!made) return 1;
            *state = made;
            return parameter(input, "events_per_coupling_squared", &made->events_per_coupling_squared, message, size)
                || parameter(input, "efficiency_scale_MeV", &made->efficiency_scale, message, size);
        }

        /* What the bound says at a mass [MeV]. Silent is not allowed: it is silent where nothing is known. */
        static void boundary(const void *state, double mass, mutau_answer *answer) {
            const search *made = state;
            if (mass < lower_mass || mass > upper_mass) {
                answer->kind = MUTAU_SILENT;
                answer->lower_mass = lower_mass;
                answer->upper_mass = upper_mass;
                return;
            }
            double ratio = mass / made->efficiency_scale;
            double events_expected = made->events_per_coupling_squared / (1 + ratio * ratio);
            answer->kind = MUTAU_EXCLUDES;
            answer->count = 1;
            answer->intervals[0] = (mutau_interval){sqrt(2.303 / events_expected), INFINITY};
        }

        static const mutau_bound bound = {
            .version = MUTAU_PLUGIN_VERSION,
            .size = sizeof(mutau_bound),
            .stem = "\#(name.stem)",
            .prepare = prepare,
            .boundary = boundary,
        };

        const mutau_bound *mutau_plugin_bound(uint32_t index) { return index == 0 ? &bound : NULL; }

        """#
    }
}
