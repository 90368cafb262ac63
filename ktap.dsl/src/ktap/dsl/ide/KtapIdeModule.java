package ktap.dsl.ide;

/** The generic language services of Xtext, as generated. Editors here use {@link KtapProposals} and {@link KtapTokenStyles}. */
public class KtapIdeModule extends AbstractKtapIdeModule {
}
