package org.tipwright.runs.experiment;

/**
 * What is felt and measured at one place of a lift.
 *
 * @param heightAngstrom of the tip above contact
 * @param inwardAngstrom of the tip from contact, towards the molecule's centre
 * @param sidewaysAngstrom of the tip from contact, across that
 * @param forceNanonewton in the bond between tip and molecule
 * @param stiffnessNewtonPerMetre vertical slope of the vertical force
 * @param frequencyShiftHertz of a qPlus sensor of small amplitude
 * @param currentNanoampere through the junction, without noise
 * @param bondIntact whether the tip still holds the molecule
 * @param freeOfSite whether the molecule has left its site
 */
public record LiftPoint(
    double heightAngstrom,
    double inwardAngstrom,
    double sidewaysAngstrom,
    double forceNanonewton,
    double stiffnessNewtonPerMetre,
    double frequencyShiftHertz,
    double currentNanoampere,
    boolean bondIntact,
    boolean freeOfSite) {}
